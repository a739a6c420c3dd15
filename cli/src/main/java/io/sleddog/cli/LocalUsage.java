package io.sleddog.cli;

import io.sleddog.local.model.UserProblem;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Which options of {@code sleddog local} make sense together, and what their numbers may be. */
final class LocalUsage {
  private static final String ONCE = "--once";
  private static final String COMPARE = "--compare";
  private static final String FROM_AWS = "--from-aws";
  private static final String TAIL = "--tail";
  private static final String AGENT_ONLY = "--agent-only";
  private static final int HIGHEST_PORT = 65_535;

  /** What the first one needs, or it has no effect. */
  private static final List<Pair> NEEDS =
      List.of(
          new Pair(COMPARE, ONCE),
          new Pair("--rounds", COMPARE),
          new Pair("--expect", ONCE),
          new Pair("--junit", ONCE),
          new Pair("--html", ONCE),
          new Pair("--http-as-url", "--http"),
          new Pair("--function", "--code"),
          new Pair("--since", TAIL),
          new Pair("--memory", "--code"),
          new Pair("--timeout", "--code"),
          new Pair("--log-format", "--code"));

  /** What is of use with a function of one's own only, wherever it comes from. */
  private static final List<String> OF_OWN = List.of("--event", "--env", "--no-layer");

  /** What is of use only where something is asked of AWS. */
  private static final List<String> OF_AWS = List.of("--region", "--profile");

  private static final List<Pair> CONTRADICTIONS =
      List.of(
          new Pair(TAIL, ONCE),
          new Pair("--logs", COMPARE),
          new Pair(AGENT_ONLY, TAIL),
          new Pair(AGENT_ONLY, "--logs"),
          new Pair("--watch", ONCE),
          new Pair("--http", ONCE),
          new Pair("--forward", ONCE),
          new Pair("--expect", COMPARE),
          new Pair("--junit", COMPARE),
          new Pair("--html", COMPARE),
          new Pair("--record", COMPARE),
          new Pair(FROM_AWS, "--code"),
          new Pair(FROM_AWS, "--handler"),
          new Pair(AGENT_ONLY, FROM_AWS),
          new Pair(AGENT_ONLY, ONCE),
          new Pair(AGENT_ONLY, "--no-agent"),
          new Pair(AGENT_ONLY, "--code"),
          new Pair(AGENT_ONLY, "--handler"),
          new Pair(AGENT_ONLY, "--replay"),
          new Pair(AGENT_ONLY, "--route"),
          new Pair(AGENT_ONLY, "--http"),
          new Pair(AGENT_ONLY, "--watch"),
          new Pair(AGENT_ONLY, "--break-intake"));

  private static final Map<String, Range> RANGES =
      Map.of(
          "--rounds", new Range(1, 1000, "rounds"),
          "--memory", new Range(64, 10_240, "MB"),
          "--timeout", new Range(1, 900, "seconds"),
          "--break-intake", new Range(400, 599, "as a status that tells of a failure"),
          "--ui-port", new Range(0, HIGHEST_PORT, "as a port, 0 being any free one"),
          "--http", new Range(0, HIGHEST_PORT, "as a port, 0 being any free one"));

  private record Pair(String option, String other) {}

  private record Range(int least, int most, String unit) {}

  private final ParseResult given;

  private LocalUsage(ParseResult given) {
    this.given = given;
  }

  /**
   * Looks at what was given.
   *
   * @throws UserProblem with what does not fit and what to do
   */
  static void check(ParseResult given) {
    LocalUsage usage = new LocalUsage(given);
    NEEDS.forEach(usage::requireOther);
    OF_OWN.forEach(usage::requireOwn);
    OF_AWS.forEach(usage::requireAws);
    CONTRADICTIONS.forEach(usage::requireOne);
    RANGES.forEach(usage::requireRange);
  }

  private void requireOther(Pair pair) {
    if (has(pair.option()) && !has(pair.other())) {
      throw new UserProblem(
          pair.option() + " has no effect without " + pair.other() + ".",
          "Add " + pair.other() + ", or leave out " + pair.option() + ".");
    }
  }

  private void requireOwn(String option) {
    if (!has(FROM_AWS)) {
      requireOther(new Pair(option, "--code"));
    }
  }

  private void requireAws(String option) {
    if (!has(TAIL)) {
      requireOther(new Pair(option, FROM_AWS));
    }
  }

  private void requireOne(Pair pair) {
    if (has(pair.option()) && has(pair.other())) {
      throw new UserProblem(
          pair.option() + " and " + pair.other() + " contradict each other.",
          "Leave one of them out.");
    }
  }

  private void requireRange(String name, Range range) {
    OptionSpec option = given.matchedOption(name);
    if (option != null && option.getValue() instanceof Integer value) {
      if (value < range.least() || value > range.most()) {
        throw new UserProblem(
            name + " is " + value + ", which is out of range.",
            "Give " + range.least() + " to " + range.most() + " " + range.unit() + ".");
      }
    }
  }

  private boolean has(String option) {
    return given.hasMatchedOption(option);
  }
}
