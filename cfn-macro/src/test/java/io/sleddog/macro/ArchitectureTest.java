package io.sleddog.macro;

import io.sleddog.rules.ArchitectureContract;
import java.util.Set;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super("io.sleddog.macro", "json", "expression", "config", "template");
  }

  @Override
  protected Set<String> environmentReaders() {
    return Set.of("io.sleddog.macro.MacroHandler");
  }
}
