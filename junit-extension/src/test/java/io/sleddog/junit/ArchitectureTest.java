package io.sleddog.junit;

import io.sleddog.rules.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super("io.sleddog.junit");
  }
}
