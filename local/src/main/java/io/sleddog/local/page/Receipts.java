package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the intake took of an invocation, to be found by the line that it was made of. */
final class Receipts {
  private final long number;
  private final List<Receipt> receipts = new ArrayList<>();

  /** One thing in one request. */
  private record Receipt(int request, int status, String as, String key, ObjectNode body) {}

  private Receipts(long number) {
    this.number = number;
  }

  static Receipts of(Trip trip) {
    Receipts all = new Receipts(trip.number());
    List<IntakeRequest> requests = trip.ride().requests();
    for (int i = 0; i < requests.size(); i++) {
      if (requests.get(i).accepted()) {
        all.add(i, requests.get(i));
      }
    }
    return all;
  }

  private void add(int index, IntakeRequest request) {
    int status = request.status();
    for (LogEntry log : request.contents().logs()) {
      receipts.add(new Receipt(index, status, "log", log.id(), log.fields()));
    }
    for (MetricPoint point : request.contents().points()) {
      String key = key(point.metric(), point.value());
      receipts.add(new Receipt(index, status, "metric", key, SentItems.point(point)));
    }
    for (Span span : request.contents().spans()) {
      String key = Span.hex(span.spanId());
      receipts.add(new Receipt(index, status, "span", key, SentItems.span(span)));
    }
  }

  /** Whether anything of the line arrived. */
  boolean has(LogEvent event) {
    return !found(event).isEmpty();
  }

  /** What arrived of the line, with the request it came in. */
  ArrayNode items(LogEvent event) {
    ArrayNode items = Json.array();
    for (Receipt receipt : found(event)) {
      items
          .addObject()
          .put("request", number + "-" + receipt.request())
          .put("as", receipt.as())
          .put("status", receipt.status())
          .put("body", Json.write(receipt.body()));
    }
    return items;
  }

  private List<Receipt> found(LogEvent event) {
    return switch (LineKind.of(event.message())) {
      case TRACE -> matching("span", spanIds(event));
      case METRIC -> matching("metric", metricKey(event));
      default -> matching("log", List.of(event.id()));
    };
  }

  private List<Receipt> matching(String as, List<String> keys) {
    return receipts.stream()
        .filter(one -> one.as().equals(as) && keys.contains(one.key()))
        .toList();
  }

  private static List<String> spanIds(LogEvent event) {
    List<String> ids = new ArrayList<>();
    Optional<ObjectNode> line = Json.tryParseObject(event.message());
    line.ifPresent(
        object ->
            object
                .path("traces")
                .forEach(
                    trace -> trace.forEach(span -> ids.add(hex(span.path("span_id").asText())))));
    return ids;
  }

  /** Sixteen digits, as the spans that arrived are named. */
  private static String hex(String id) {
    return "0".repeat(Math.max(0, 16 - id.length())) + id.toLowerCase(java.util.Locale.ROOT);
  }

  private static List<String> metricKey(LogEvent event) {
    return Json.tryParseObject(event.message())
        .map(line -> key(line.path("m").asText(), line.path("v").asDouble()))
        .map(List::of)
        .orElse(List.of());
  }

  private static String key(String metric, double value) {
    return metric + " " + value;
  }
}
