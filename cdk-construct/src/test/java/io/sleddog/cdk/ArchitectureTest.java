package io.sleddog.cdk;

import io.sleddog.rules.ArchitectureContract;
import java.util.Set;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super("io.sleddog.cdk", "setting", "forwarder", "template", "function", "stepfunctions");
  }

  @Override
  protected Set<String> streamWriters() {
    return Set.of("io.sleddog.cdk.template.TemplateWriter");
  }
}
