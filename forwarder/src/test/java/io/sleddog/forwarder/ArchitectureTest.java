package io.sleddog.forwarder;

import io.sleddog.rules.ArchitectureContract;
import java.util.Set;

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
}
