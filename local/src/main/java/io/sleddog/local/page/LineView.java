package io.sleddog.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.LogEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Each line that an invocation wrote, what it was read as, and what the intake got of it. */
final class LineView {
  private static final int EXCERPT = 600;
  private static final int LONGEST = 1_000_000;

  private LineView() {}

  /** The lines of an invocation, shortened. */
  static ArrayNode lines(Trip trip) {
    ArrayNode lines = Json.array();
    List<LogEvent> events = trip.ride().execution().events();
    Receipts receipts = Receipts.of(trip);
    for (int i = 0; i < events.size(); i++) {
      lines.add(line(trip, i, EXCERPT, receipts));
    }
    return lines;
  }

  /** One line whole, with the way it went; its number is that of the trip, a dash and its own. */
  static ObjectNode whole(Trip trip, int index) {
    List<LogEvent> events = trip.ride().execution().events();
    if (index < 0 || index >= events.size()) {
      throw Refusal.notKept("The line");
    }
    Receipts receipts = Receipts.of(trip);
    ObjectNode line = line(trip, index, LONGEST, receipts);
    LogEvent event = events.get(index);
    line.put("stream", trip.ride().execution().stream().name());
    line.put("reading", Json.tryParseObject(event.message()).map(Json::write).orElse(null));
    line.set("items", receipts.items(event));
    line.set("problem", problem(LineKind.of(event.message())));
    line.set("lost", lost(line, trip));
    return line;
  }

  private static ObjectNode line(Trip trip, int index, int longest, Receipts receipts) {
    LogEvent event = trip.ride().execution().events().get(index);
    String message = event.message();
    return Json.object()
        .put("seq", trip.number() + "-" + index)
        .put("at", event.timestampMillis())
        .put("kind", LineKind.of(message).word())
        .put("raw", message.length() > longest ? message.substring(0, longest) : message)
        .put("size", message.getBytes(StandardCharsets.UTF_8).length)
        .put("fate", fate(trip, event, receipts));
  }

  private static String fate(Trip trip, LogEvent event, Receipts receipts) {
    if (receipts.has(event)) {
      return "sent";
    }
    return trip.ride().waiting() ? "waiting" : "lost";
  }

  private static JsonNode problem(LineKind kind) {
    if (kind != LineKind.DAMAGED) {
      return Json.object().nullNode();
    }
    return Json.object()
        .put("rule", "SD-LINE-023")
        .put("what", "Looks like a trace or metric line, but is not one JSON object of that shape")
        .put(
            "remedy",
            "Write it to standard output on a line of its own: a logger's layout, a second object"
                + " on the line or a cut at 256 kB spoils it.");
  }

  private static JsonNode lost(ObjectNode line, Trip trip) {
    if (!line.path("fate").asText().equals("lost")) {
      return line.nullNode();
    }
    return LossReasons.of(trip, path(line.path("kind").asText())).json();
  }

  private static String path(String kind) {
    return switch (kind) {
      case "trace" -> LossReason.TRACES;
      case "metric" -> LossReason.METRICS;
      default -> LossReason.LOGS;
    };
  }
}
