package io.sleddog.lambda;

import io.sleddog.rules.ArchitectureContract;
import java.util.Set;

class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(
        "io.sleddog.lambda",
        "json",
        "tag",
        "config",
        "invocation",
        "trigger",
        "context",
        "span",
        "metric",
        "line",
        "redirect");
  }

  @Override
  protected Set<String> environmentReaders() {
    return Set.of("io.sleddog.lambda.config.Environment");
  }

  @Override
  protected Set<String> streamWriters() {
    return Set.of("io.sleddog.lambda.redirect.ErrorStream");
  }
}
