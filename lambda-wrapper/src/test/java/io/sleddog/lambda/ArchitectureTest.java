package io.sleddog.lambda;

import com.tngtech.archunit.base.DescribedPredicate;
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
    isKnownOnlyTo(RestoreHook.class, "com.amazonaws.services.lambda.crac..");
  }

  @Test
  void tracersApi_isKnownToOneClass() {
    isKnownOnlyTo(TracerPlaceholder.class, "datadog..");
  }

  @Test
  void openTelemetry_isKnownToOneClass() {
    isKnownOnlyTo(TracerSpans.class, "io.opentelemetry..");
  }

  private static void isKnownOnlyTo(Class<?> only, String packages) {
    ArchRuleDefinition.noClasses()
        .that(
            DescribedPredicate.describe(
                "are not " + only, type -> !type.getName().startsWith(only.getName())))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages)
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
