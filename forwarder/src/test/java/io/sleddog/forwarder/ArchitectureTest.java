package io.sleddog.forwarder;

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
        "io.sleddog.forwarder",
        "json",
        "model",
        "pattern",
        "config",
        "telemetry",
        "http",
        "aws",
        "lookup",
        "decode",
        "parse",
        "enrich",
        "transform",
        "route",
        "trace",
        "batch",
        "otlp",
        "deliver",
        "spill");
  }

  @Override
  protected Set<String> environmentReaders() {
    return Set.of("io.sleddog.forwarder.ForwarderHandler");
  }

  @Test
  void checkpoints_areKnownToOneClass() {
    ArchRuleDefinition.noClasses()
        .that(
            DescribedPredicate.describe(
                "are not the hook", type -> !type.getName().equals(RestoreHook.class.getName())))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws.services.lambda.crac..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.sleddog.forwarder"));
  }
}
