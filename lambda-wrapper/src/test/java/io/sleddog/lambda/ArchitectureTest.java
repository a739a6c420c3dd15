package io.sleddog.lambda;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.sleddog.rules.ArchitectureContract;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(
        "io.sleddog.lambda",
        "json",
        "tag",
        "config",
        "invocation",
        "trigger",
        "context",
        "span",
        "metric",
        "line",
        "agent",
        "redirect");
  }

  @Override
  protected Set<String> environmentReaders() {
    return Set.of("io.sleddog.lambda.config.Environment");
  }

  @Override
  protected Set<String> streamWriters() {
    return Set.of("io.sleddog.lambda.redirect.ErrorStream");
  }

  @Test
  void checkpoints_areKnownToOneClass() {
    ArchRuleDefinition.noClasses()
        .that()
        .doNotHaveFullyQualifiedName(RestoreHook.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws.services.lambda.crac..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.sleddog.lambda"));
  }

  @Test
  void awsSdk_isKnownToOneClassThatNobodyRefersTo() {
    ArchRuleDefinition.noClasses()
        .that()
        .doNotHaveFullyQualifiedName(SdkInterceptor.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName(SdkInterceptor.class.getName())
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.sleddog.lambda"));
  }
}
