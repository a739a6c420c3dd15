package io.sleddog.cli.lambda;

import io.sleddog.cli.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for functions that are called by version or alias. */
final class PublishOptions {
  @Option(
      names = "--publish",
      order = 40,
      description = "Publish a version with the new configuration.")
  private boolean isPublishing;

  @Option(
      names = "--alias",
      order = 41,
      paramLabel = "NAME",
      description = "With --publish: let the alias point to that version.")
  private @Nullable String alias;

  boolean isPublishing() {
    return isPublishing;
  }

  /** The alias that is to move. */
  Optional<String> alias() {
    if (alias != null && !isPublishing) {
      throw Problem.usage(
          "alias-without-publish", "--alias needs a version to point to", "Add --publish");
    }
    return Optional.ofNullable(alias);
  }
}
