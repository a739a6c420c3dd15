package io.sleddog.benchmarks;

import io.sleddog.rules.ArchitectureContract;
import java.util.Set;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super("io.sleddog.benchmarks", "function", "warm", "cold", "forwarder");
  }

  @Override
  protected Set<String> streamWriters() {
    return Set.of("io.sleddog.benchmarks.Benchmarks", "io.sleddog.benchmarks.forwarder.Work");
  }
}
