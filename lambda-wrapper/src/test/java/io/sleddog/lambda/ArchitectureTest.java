package io.sleddog.lambda;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
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
        "aws",
        "datadog",
        "redirect");
  }

  @Override
  protected Set<String> environmentReaders() {
    return Set.of("io.sleddog.lambda.config.Environment");
  }

  @Override
  protected Set<String> streamWriters() {
    return Set.of("io.sleddog.lambda.redirect.ErrorStream", "io.sleddog.lambda.line.OutputSink");
  }

  @Test
  void checkpoints_areKnownToOneClass() {
    isKnownOnlyTo(RestoreHook.class, "com.amazonaws.services.lambda.crac..");
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
        .check(classes());
  }

  @Test
  void awsSdk_isKnownToTheInterceptorAndItsPackageOnly() {
    ArchRuleDefinition.noClasses()
        .that()
        .doNotHaveFullyQualifiedName(SdkInterceptor.class.getName())
        .and()
        .resideOutsideOfPackage("io.sleddog.lambda.aws")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "io.sleddog.lambda.aws")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName(SdkInterceptor.class.getName())
        .check(classes());
  }

  @Test
  void datadogsApi_isKnownToItsPackageOnly() {
    ArchRuleDefinition.noClasses()
        .that(
            DescribedPredicate.describe(
                "are not " + TracerPlaceholder.class,
                type -> !type.getName().startsWith(TracerPlaceholder.class.getName())))
        .and()
        .resideOutsideOfPackage("io.sleddog.lambda.datadog")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("datadog..")
        .check(classes());
    ArchRuleDefinition.noClasses()
        .that()
        .doNotHaveFullyQualifiedName(DatadogApi.class.getName())
        .and()
        .resideOutsideOfPackage("io.sleddog.lambda.datadog")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.sleddog.lambda.datadog")
        .check(classes());
  }

  private static JavaClasses classes() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("io.sleddog.lambda");
  }
}
