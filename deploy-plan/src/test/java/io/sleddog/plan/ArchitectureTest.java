package io.sleddog.plan;

import io.sleddog.rules.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(
        "io.sleddog.plan",
        "model",
        "settings",
        "change",
        "rule",
        "record",
        "check",
        "code",
        "variables",
        "logs",
        "calls");
  }
}
