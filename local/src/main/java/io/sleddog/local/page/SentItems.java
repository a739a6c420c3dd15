package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;

/** What an intake got, as JSON for a person. */
final class SentItems {
  private SentItems() {}

  static ObjectNode point(MetricPoint point) {
    ObjectNode view =
        Json.object()
            .put("metric", point.metric())
            .put("value", point.value())
            .put("timestamp", point.timestampSeconds());
    point.tags().forEach(view.putArray("tags")::add);
    return view;
  }

  /** Ids in hex, since a browser would round the numbers. */
  static ObjectNode span(Span span) {
    ObjectNode view =
        Json.object()
            .put("trace_id", Span.hex(span.traceId()))
            .put("span_id", Span.hex(span.spanId()))
            .put("parent_id", Span.hex(span.parentId()))
            .put("name", span.name())
            .put("service", span.service())
            .put("resource", span.resource())
            .put("type", span.type())
            .put("start", span.startNanos())
            .put("duration", span.durationNanos())
            .put("error", span.error())
            .put("priority", span.priority());
    ObjectNode meta = view.putObject("meta");
    span.meta().forEach(meta::put);
    ObjectNode metrics = view.putObject("metrics");
    span.metrics().forEach(metrics::put);
    return view;
  }

  static ArrayNode points(Iterable<MetricPoint> points) {
    ArrayNode list = Json.array();
    points.forEach(point -> list.add(point(point)));
    return list;
  }

  static ArrayNode logs(Iterable<LogEntry> logs) {
    ArrayNode list = Json.array();
    logs.forEach(log -> list.add(log.fields()));
    return list;
  }

  static ArrayNode spans(Iterable<Span> spans) {
    ArrayNode list = Json.array();
    spans.forEach(span -> list.add(span(span)));
    return list;
  }
}
