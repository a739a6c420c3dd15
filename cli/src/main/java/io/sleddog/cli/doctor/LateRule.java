package io.sleddog.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether log events and metrics bear times that Datadog does not take. */
final class LateRule {
  private static final Pattern POINT = Pattern.compile("\\{\"m\":.*\"e\"\\s*:\\s*(\\d{1,15})\\b.*");
  private static final long OLDEST_LOG = Duration.ofHours(18).toMillis();
  private static final long OLDEST_POINT = Duration.ofHours(1).toMillis();
  private static final long NEWEST_POINT = Duration.ofMinutes(10).toMillis();

  private LateRule() {}

  /** Compares the times in a sample with those at which CloudWatch Logs got it. */
  static void check(List<JsonNode> events, Findings findings) {
    long logs = events.stream().filter(LateRule::isLateLog).count();
    if (logs > 0) {
      findings.warn(
          Cause.INVISIBLE,
          logs + " log events are older than 18 hours, which Datadog does not take",
          "logs:FilterLogEvents timestamp is far before ingestionTime",
          "Look who writes them so late, and whether the clock is right");
    }
    long points = events.stream().filter(LateRule::isOddPoint).count();
    if (points > 0) {
      findings.warn(
          Cause.INVISIBLE,
          points + " metrics are older than an hour or of the future, which Datadog does not take",
          "member e of the line is far from the log event's timestamp",
          "Give the time in seconds, and that of the measurement");
    }
  }

  private static boolean isLateLog(JsonNode event) {
    long time = event.path("timestamp").asLong();
    return event.path("ingestionTime").asLong(time) - time > OLDEST_LOG;
  }

  private static boolean isOddPoint(JsonNode event) {
    Matcher point = POINT.matcher(event.path("message").asText("").strip());
    if (!point.matches()) {
      return false;
    }
    long before = event.path("timestamp").asLong() - Long.parseLong(point.group(1)) * 1000;
    return before > OLDEST_POINT || before < -NEWEST_POINT;
  }
}
