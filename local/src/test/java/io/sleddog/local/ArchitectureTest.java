package io.sleddog.local;

import io.sleddog.rules.ArchitectureContract;
import java.util.Set;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(
        "io.sleddog.local",
        "json",
        "http",
        "model",
        "functions",
        "events",
        "runtime",
        "logs",
        "lambda",
        "inprocess",
        "aws",
        "front",
        "measure",
        "intake",
        "otlp",
        "agent",
        "forward",
        "session",
        "expect",
        "report",
        "live",
        "recording",
        "page");
  }

  @Override
  protected Set<String> streamWriters() {
    return Set.of("io.sleddog.local.inprocess.PrintedLines");
  }
}
