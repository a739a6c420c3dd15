package io.sleddog.cli.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.json.MalformedJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Lambda wrote of a function's last invocation.
 *
 * @param time when
 * @param durationMillis how long it took, without the start of a new environment
 * @param maxMemoryMb the memory it used
 * @param memoryMb the memory it has
 * @param isColdStart whether an environment was started for it
 */
record LastReport(
    Instant time, double durationMillis, int maxMemoryMb, int memoryMb, boolean isColdStart) {
  private static final Pattern TEXT =
      Pattern.compile(
          "REPORT RequestId: \\S+\\s+Duration: ([\\d.]+) ms\\s.*Memory Size: (\\d+) MB\\s+"
              + "Max Memory Used: (\\d+) MB(.*)",
          Pattern.DOTALL);

  /** The report that a line is, in either of Lambda's forms. */
  static Optional<LastReport> parse(String line, Instant time) {
    Matcher text = TEXT.matcher(line);
    if (text.lookingAt()) {
      return Optional.of(
          new LastReport(
              time,
              Double.parseDouble(text.group(1)),
              Integer.parseInt(text.group(3)),
              Integer.parseInt(text.group(2)),
              text.group(4).contains("Init Duration")));
    }
    return line.contains("platform.report") ? ofJson(line, time) : Optional.empty();
  }

  private static Optional<LastReport> ofJson(String line, Instant time) {
    try {
      JsonNode root = Json.parse(line);
      JsonNode metrics = root.path("record").path("metrics");
      if (!root.path("type").asText("").equals("platform.report") || metrics.isMissingNode()) {
        return Optional.empty();
      }
      return Optional.of(
          new LastReport(
              time,
              metrics.path("durationMs").asDouble(),
              metrics.path("maxMemoryUsedMB").asInt(),
              metrics.path("memorySizeMB").asInt(),
              metrics.has("initDurationMs")));
    } catch (MalformedJson aLineOfTheUsers) {
      return Optional.empty();
    }
  }

  /** For programs. */
  ObjectNode json() {
    return Json.object()
        .put("time", time.toString())
        .put("durationMillis", durationMillis)
        .put("maxMemoryMb", maxMemoryMb)
        .put("memoryMb", memoryMb)
        .put("coldStart", isColdStart);
  }

  /** For people: how long ago, how long it took, and the memory it used of what it has. */
  String text(Instant now) {
    return "%s ago, %.0f ms, %d/%d MB"
        .formatted(age(Duration.between(time, now)), durationMillis, maxMemoryMb, memoryMb);
  }

  private static String age(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 120) {
      return seconds + "s";
    } else if (seconds < 2 * 3600) {
      return seconds / 60 + "m";
    }
    return seconds < 48 * 3600 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
  }
}
