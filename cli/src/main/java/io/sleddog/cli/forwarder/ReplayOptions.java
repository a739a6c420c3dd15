package io.sleddog.cli.forwarder;

import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.replay.Choice;
import io.sleddog.cli.subject.SubscriptionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is sent again, to whom and how fast. */
final class ReplayOptions {
  private static final String FAILED = "failed";
  private static final String LOCAL = "local";

  @Option(
      names = "--from",
      order = 19,
      paramLabel = "SOURCE",
      description =
          "failed (default): what the forwarder stored. s3://BUCKET/PREFIX: objects, each as the"
              + " event of its upload. A file: events of AWS, or log lines.")
  private String from = FAILED;

  @Option(
      names = "--rounds",
      order = 20,
      paramLabel = "NUMBER",
      description = "With --from failed: how often it is invoked at most; 10 by default.")
  private int rounds = 10;

  @Option(
      names = "--since",
      order = 21,
      paramLabel = "TIME",
      converter = CommonOptions.TimeConverter.class,
      description = "Only objects and lines of so long ago at most, such as 2h; not with failed.")
  private @Nullable Duration since;

  @Option(
      names = "--limit",
      order = 22,
      paramLabel = "NUMBER",
      description = "So many objects or lines at most; not with failed.")
  private @Nullable Integer limit;

  @Option(
      names = "--rate",
      order = 23,
      paramLabel = "NUMBER",
      description = "So many invocations a second at most, such as 0.5; one after the other else.")
  private @Nullable Double rate;

  @Option(
      names = "--to",
      order = 24,
      paramLabel = "TARGET",
      description =
          "local: the forwarder of this program, on this machine, with an intake that counts what"
              + " arrives; it reads objects in your name. By default the one that is deployed.")
  private @Nullable String to;

  @Option(
      names = "--log-group",
      order = 25,
      paramLabel = "NAME",
      description = "The log group that lines of a file are said to be of.")
  private String logGroup = "/sleddog/replay";

  /** The words after {@code --from}. */
  String from() {
    return from;
  }

  /**
   * Whether the forwarder's own store is meant.
   *
   * @throws Problem if options do not go together
   */
  boolean isFromStore() {
    if (rounds < 1) {
      throw few("--rounds " + rounds);
    }
    boolean isStore = from.equals(FAILED);
    if (isStore && (since != null || limit != null || isLocal())) {
      throw Problem.usage(
          "replay-failed-whole",
          "--since, --limit and --to do not go with --from failed: the forwarder itself goes"
              + " through its store",
          "Leave them out, or give --from a file or s3://BUCKET/PREFIX");
    }
    return isStore;
  }

  int rounds() {
    return rounds;
  }

  /** Whether the forwarder on this machine is meant. */
  boolean isLocal() {
    if (to != null && !to.equals(LOCAL)) {
      throw Problem.usage(
          "replay-target",
          "\"" + to + "\" in --to is no target",
          "Give local, or leave it out and name the forwarder with --forwarder or --name");
    }
    return to != null;
  }

  /** How long to wait between two invocations. */
  Duration pause() {
    if (rate == null) {
      return Duration.ZERO;
    }
    if (rate.isNaN() || rate <= 0) {
      throw few("--rate " + rate);
    }
    return Duration.ofMillis(Math.min(Math.round(1000 / rate), Duration.ofDays(1).toMillis()));
  }

  /** Which events, and as what. */
  Choice choice(Instant now, String account) {
    if (limit != null && limit < 1) {
      throw few("--limit " + limit);
    }
    return new Choice(
        Optional.ofNullable(since).map(now::minus),
        limit == null ? Integer.MAX_VALUE : limit,
        new SubscriptionEvent.Source(account, logGroup, "sleddog-replay"),
        now);
  }

  private static Problem few(String what) {
    return Problem.usage("replay-number", what + " is too few", "Give more, or leave it out");
  }
}
