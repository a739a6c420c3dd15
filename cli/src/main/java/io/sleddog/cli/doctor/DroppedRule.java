package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How many lines of a sample the forwarder's own patterns would leave out. */
final class DroppedRule {
  private static final String CALL = "lambda:GetFunctionConfiguration ";

  /** A pattern may take very long on a long line. */
  private static final int LONGEST = 2_000;

  private DroppedRule() {}

  /** Tries the patterns on a sample; metrics and traces are never left out. */
  static void check(JsonNode forwarder, List<String> lines, Findings findings) {
    List<String> logs =
        lines.stream()
            .filter(it -> !LineRules.isMetric(it) && !LineRules.isTrace(it))
            .map(it -> it.substring(0, Math.min(LONGEST, it.length())))
            .toList();
    JsonNode variables = forwarder.path("Environment").path("Variables");
    for (String name : List.of("EXCLUDE_AT_MATCH", "INCLUDE_AT_MATCH")) {
      String pattern = variables.path(name).asText("");
      if (!pattern.isEmpty()) {
        findings.warn(
            Cause.DROPPED,
            "the forwarder drops logs by a pattern: "
                + dropped(pattern, name.startsWith("EXCLUDE"), logs),
            CALL + name + " " + pattern,
            "Look whether the missing logs are among them");
      }
    }
  }

  private static String dropped(String pattern, boolean isExcluding, List<String> logs) {
    try {
      Pattern compiled = Pattern.compile(pattern);
      long dropped = logs.stream().filter(it -> compiled.matcher(it).find() == isExcluding).count();
      return dropped + " of the " + logs.size() + " logs looked at";
    } catch (PatternSyntaxException e) {
      return "it is no regular expression";
    }
  }
}
