package io.sleddog.cli;

import io.sleddog.rules.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super("io.sleddog.cli");
  }
}
