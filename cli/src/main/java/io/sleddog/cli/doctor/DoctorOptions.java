package io.sleddog.cli.doctor;

import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how thoroughly the doctor looks, and what is done about it. */
final class DoctorOptions {
  @Option(
      names = "--lines",
      order = 11,
      paramLabel = "FILE",
      description = "Look at a file of log lines only, without AWS.")
  private @Nullable Path lines;

  @Option(
      names = "--since",
      order = 12,
      paramLabel = "TIME",
      converter = CommonOptions.TimeConverter.class,
      description = "How far to look back in the logs, such as 1h; 20m by default.")
  private Duration since = Duration.ofMinutes(20);

  @Option(
      names = "--rule",
      order = 13,
      paramLabel = "ID",
      description = "Only the rule with this id, such as SD-LOG-001.")
  private String rule = "";

  @Option(names = "--iam", order = 14, description = "Print the policy that the doctor needs.")
  private boolean isIam;

  @Option(
      names = "--probe",
      order = 15,
      description =
          "Send a marked test line to the forwarder and into each log group, and follow it.")
  private boolean isProbing;

  @Option(
      names = "--check-key",
      order = 16,
      description = "Ask Datadog whether the forwarder's key belongs to its site.")
  private boolean isCheckingKey;

  @Option(
      names = "--try-sites",
      order = 17,
      description = "If it does not: ask Datadog's other sites, which shows the key to them.")
  private boolean isTryingSites;

  @Option(
      names = "--fix",
      order = 18,
      description = "Run the commands that mend what is found, each after a question.")
  private boolean isFixing;

  @Option(
      names = "--watch",
      order = 19,
      description =
          "Look again every 30 seconds, and show what has changed, until nothing is found.")
  private boolean isWatching;

  Optional<Path> lines() {
    return Optional.ofNullable(lines);
  }

  Duration since() {
    return since;
  }

  boolean isIam() {
    return isIam;
  }

  boolean isProbing() {
    return isProbing;
  }

  boolean isCheckingKey() {
    return isCheckingKey || isTryingSites;
  }

  boolean isTryingSites() {
    return isTryingSites;
  }

  boolean isFixing() {
    return isFixing;
  }

  boolean isWatching() {
    return isWatching;
  }

  /**
   * The one rule that is wanted; empty for all.
   *
   * @throws Problem if there is no such rule, or options exclude each other
   */
  String rule(boolean isJson) {
    if (!rule.isEmpty() && !Cause.isKnown(rule)) {
      throw Problem.usage(
          "rule-unknown",
          "There is no rule " + Screen.harmless(rule),
          "Give an id as the doctor prints them, such as SD-LOG-001");
    }
    if (isFixing && (isJson || isWatching || lines != null)) {
      throw Problem.usage(
          "fix-alone",
          "--fix asks questions, and does not go with --json, --watch or --lines",
          "Read the member command of each finding instead, and run it");
    }
    return rule;
  }
}
