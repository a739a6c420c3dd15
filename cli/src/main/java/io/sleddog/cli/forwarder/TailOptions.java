package io.sleddog.cli.forwarder;

import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options that say which lines of a log are shown, and how. */
final class TailOptions {
  private static final List<String> LEVELS =
      List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "CRITICAL");

  @Option(
      names = "--since",
      order = 20,
      paramLabel = "TIME",
      converter = CommonOptions.TimeConverter.class,
      description = "How far back to begin, such as 1h; 10m by default.")
  private Duration since = Duration.ofMinutes(10);

  @Option(
      names = "--grep",
      order = 21,
      paramLabel = "TEXT",
      description = "Only lines that contain the text.")
  private String text = "";

  @Option(
      names = "--level",
      order = 22,
      paramLabel = "LEVEL",
      description = "Only lines that name this level or a higher one, such as WARN.")
  private String level = "";

  @Option(names = "--raw", order = 23, description = "Print the lines as they are, without times.")
  private boolean isRaw;

  @Option(
      names = "--no-follow",
      order = 24,
      description = "Print what is there, and end, instead of waiting for more.")
  private boolean isEnding;

  Duration since() {
    return since;
  }

  boolean isRaw() {
    return isRaw;
  }

  boolean isFollowing() {
    return !isEnding;
  }

  /**
   * Whether a line is shown.
   *
   * @throws Problem if there is no such level
   */
  Predicate<String> filter() {
    Predicate<String> contains = it -> it.contains(text);
    if (level.isEmpty()) {
      return contains;
    }
    int lowest = LEVELS.indexOf(level.toUpperCase(Locale.ROOT));
    if (lowest < 0) {
      throw Problem.usage(
          "level", "There is no level " + level, "Give one of: " + String.join(", ", LEVELS));
    }
    String higher = String.join("|", LEVELS.subList(lowest, LEVELS.size()));
    Pattern named = Pattern.compile("\\b(?:" + higher + ")", Pattern.CASE_INSENSITIVE);
    return contains.and(named.asPredicate());
  }
}
