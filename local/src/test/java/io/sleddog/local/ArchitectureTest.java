package io.sleddog.local;

import io.sleddog.rules.ArchitectureContract;

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
}
