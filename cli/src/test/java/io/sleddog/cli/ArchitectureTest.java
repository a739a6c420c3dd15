package io.sleddog.cli;

import io.sleddog.rules.ArchitectureContract;
import java.util.Set;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(
        "io.sleddog.cli",
        "problem",
        "json",
        "screen",
        "aws",
        "sdk",
        "config",
        "command",
        "subject",
        "work",
        "lambda",
        "logs",
        "doctor",
        "replay",
        "forwarder");
  }

  @Override
  protected Set<String> environmentReaders() {
    return Set.of("io.sleddog.cli.Surroundings");
  }
}
