package io.sleddog.cdk;

import io.sleddog.rules.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super("io.sleddog.cdk", "setting", "forwarder");
  }
}
