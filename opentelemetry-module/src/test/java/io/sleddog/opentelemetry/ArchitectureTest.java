package io.sleddog.opentelemetry;

import io.sleddog.rules.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super("io.sleddog.opentelemetry");
  }
}
