package io.sleddog.local.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trace with the spans of every invocation that took part in it. */
final class TraceView {
  private static final double NANOS_PER_MILLI = 1e6;

  private final TripStore store;

  TraceView(TripStore store) {
    this.store = store;
  }

  /** All spans, without their tags. */
  ObjectNode trace(String traceId) {
    Map<Span, String> spans = spans(traceId);
    long start = spans.keySet().stream().mapToLong(Span::startNanos).min().orElse(0);
    ObjectNode view = Json.object().put("traceId", traceId);
    ArrayNode list = view.putArray("spans");
    spans.forEach(
        (span, invocation) -> list.add(shortly(span, start).put("invocation", invocation)));
    return view;
  }

  /** One span with all it has. */
  ObjectNode span(String traceId, String spanId) {
    Span span =
        spans(traceId).keySet().stream()
            .filter(one -> Span.hex(one.spanId()).equals(spanId))
            .findFirst()
            .orElseThrow(() -> Refusal.notKept("Span " + spanId));
    ObjectNode view = shortly(span, span.startNanos());
    ObjectNode meta = view.putObject("meta");
    span.meta().forEach(meta::put);
    ObjectNode metrics = view.putObject("metrics");
    span.metrics().forEach(metrics::put);
    view.set("links", links(span));
    if (span.error() != 0) {
      view.putObject("error")
          .put("type", first(span, "error.type"))
          .put("message", first(span, "error.message", "error.msg"))
          .put("stack", first(span, "error.stack"));
    } else {
      view.putNull("error");
    }
    return view;
  }

  private Map<Span, String> spans(String traceId) {
    Map<Span, String> found = new LinkedHashMap<>();
    for (Trip trip : store.trips()) {
      for (Span span : trip.spans()) {
        if (Span.hex(span.traceId()).equals(traceId)) {
          found.put(span, trip.ride().id());
        }
      }
    }
    if (found.isEmpty()) {
      throw Refusal.notKept("Trace " + traceId);
    }
    return found;
  }

  private static ObjectNode shortly(Span span, long start) {
    return Json.object()
        .put("id", Span.hex(span.spanId()))
        .put("parent", span.parentId() == 0 ? "" : Span.hex(span.parentId()))
        .put("name", span.name())
        .put("service", span.service())
        .put("resource", span.resource())
        .put("type", span.type())
        .put("kind", SpanKind.of(span).word())
        .put("at", (span.startNanos() - start) / NANOS_PER_MILLI)
        .put("dur", span.durationNanos() / NANOS_PER_MILLI)
        .put("error", span.error() != 0);
  }

  /** The links, which stand as JSON in the tag {@code _dd.span_links}. */
  private ArrayNode links(Span span) {
    ArrayNode links = Json.array();
    for (JsonNode link : tagAsList(span)) {
      String traceId = link.path("trace_id").asText();
      String lower = traceId.substring(Math.max(0, traceId.length() - 16));
      ObjectNode view =
          links.addObject().put("traceId", lower).put("spanId", link.path("span_id").asText());
      view.set(
          "attributes",
          link.path("attributes").isObject() ? link.path("attributes") : Json.object());
      view.put("invocation", invocationOf(lower));
    }
    return links;
  }

  private static List<JsonNode> tagAsList(Span span) {
    try {
      List<JsonNode> links = new ArrayList<>();
      Json.parse(span.meta().getOrDefault("_dd.span_links", "[]")).forEach(links::add);
      return links;
    } catch (MalformedJson noList) {
      return List.of();
    }
  }

  private @org.jspecify.annotations.Nullable String invocationOf(String traceId) {
    return store.trips().stream()
        .filter(trip -> traceId.equals(RowView.traceId(trip)))
        .map(trip -> trip.ride().id())
        .findFirst()
        .orElse(null);
  }

  private static String first(Span span, String... keys) {
    for (String key : keys) {
      String value = span.meta().get(key);
      if (value != null) {
        return value;
      }
    }
    return "";
  }
}
