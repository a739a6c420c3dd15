package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.LogEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is wrong with the lines that a function writes. */
final class LineFindings {
  /** CloudWatch Logs cuts an event at 256 KiB less 26 bytes of its own. */
  private static final int LONGEST_BYTES = 262_118;

  private static final long OLDEST_SECONDS = 3600;
  private static final long FURTHEST_SECONDS = 600;

  private LineFindings() {}

  static @Nullable Finding damaged(Trip trip) {
    return first(trip, event -> LineKind.of(event.message()) == LineKind.DAMAGED)
        .map(
            event ->
                new Finding(
                    "SD-FN-023",
                    "problem",
                    "A trace or metric line is damaged",
                    FindingRules.excerpt(event.message()),
                    "Write to standard output directly, one JSON object to a line; a logger's"
                        + " layout or a cut at 256 kB spoils it."))
        .orElse(null);
  }

  static @Nullable Finding tooLong(Trip trip) {
    return first(trip, LineFindings::isTooLong)
        .map(
            event ->
                new Finding(
                    "SD-FN-023",
                    "warning",
                    "A line is longer than CloudWatch Logs keeps in one piece",
                    event.message().length() + " characters: " + excerpt(event),
                    "On AWS it arrives in pieces of 256 kB, each a log of its own: write less."))
        .orElse(null);
  }

  private static String excerpt(LogEvent event) {
    return FindingRules.excerpt(event.message());
  }

  private static boolean isTooLong(LogEvent event) {
    String text = event.message();
    return text.length() > LONGEST_BYTES / 3
        && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
  }

  static @Nullable Finding untimely(Trip trip) {
    long now = trip.ride().execution().invocation().timing().startedAtMillis() / 1000;
    return first(trip, event -> isUntimely(event, now))
        .map(
            event ->
                new Finding(
                    "SD-FN-030",
                    "warning",
                    "A metric value has a time that Datadog does not take",
                    excerpt(event),
                    "Datadog takes values of the last hour and of the next ten minutes: mend the"
                        + " time, or leave it out."))
        .orElse(null);
  }

  private static boolean isUntimely(LogEvent event, long now) {
    if (LineKind.of(event.message()) != LineKind.METRIC) {
      return false;
    }
    Optional<ObjectNode> line = Json.tryParseObject(event.message());
    long time = line.map(metric -> metric.path("e").asLong(now)).orElse(now);
    return time < now - OLDEST_SECONDS || time > now + FURTHEST_SECONDS;
  }

  private static Optional<LogEvent> first(Trip trip, Predicate<LogEvent> fits) {
    return trip.ride().execution().events().stream().filter(fits).findFirst();
  }
}
