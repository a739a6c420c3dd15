package io.sleddog.local.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one log event is by the line format: spans, a metric, or a plain log. */
sealed interface WrittenLine {

  /** Spans of one trace line. */
  record Trace(List<WrittenSpan> spans) implements WrittenLine {}

  /** A distribution's value. */
  record Metric(String metric, double value, long seconds, List<String> tags)
      implements WrittenLine {}

  /** Anything else. */
  record Log(String eventId) implements WrittenLine {}

  /** A span as far as it matters here. */
  record WrittenSpan(SpanId id, String name) {}

  /** What identifies a span. */
  record SpanId(long traceId, long spanId) {
    static SpanId of(Span span) {
      return new SpanId(span.traceId(), span.spanId());
    }
  }

  /** Reads a log event the way the forwarder has to. */
  static WrittenLine read(LogEvent event) {
    Optional<ObjectNode> object = Json.tryParseObject(event.message()).map(WrittenLine::unwrapped);
    return object
        .flatMap(WrittenLine::metric)
        .or(() -> object.flatMap(WrittenLine::trace))
        .orElseGet(() -> new Log(event.id()));
  }

  /** In log format JSON a line that went through the function's logger has an envelope. */
  private static ObjectNode unwrapped(ObjectNode object) {
    boolean envelope = object.has("AWSRequestId") && object.path("message").isTextual();
    return envelope ? Json.tryParseObject(object.path("message").asText()).orElse(object) : object;
  }

  private static Optional<WrittenLine> metric(ObjectNode line) {
    boolean metric =
        line.path("m").isTextual()
            && line.path("v").isNumber()
            && line.path("e").isNumber()
            && line.path("t").isArray();
    if (!metric) {
      return Optional.empty();
    }
    List<String> tags = new ArrayList<>();
    line.path("t").forEach(tag -> tags.add(tag.asText()));
    return Optional.of(
        new Metric(
            line.path("m").asText(), line.path("v").asDouble(), line.path("e").asLong(), tags));
  }

  private static Optional<WrittenLine> trace(ObjectNode line) {
    JsonNode traces = line.path("traces");
    JsonNode firstId = traces.path(0).path(0).path("trace_id");
    if (!traces.isArray()
        || !traces.path(0).isArray()
        || !firstId.isValueNode()
        || firstId.isNull()) {
      return Optional.empty();
    }
    List<WrittenSpan> spans = new ArrayList<>();
    for (JsonNode trace : traces) {
      for (JsonNode span : trace) {
        SpanId id = new SpanId(id(span.path("trace_id")), id(span.path("span_id")));
        spans.add(new WrittenSpan(id, span.path("name").asText()));
      }
    }
    return Optional.of(new Trace(spans));
  }

  private static long id(JsonNode hex) {
    String text = hex.asText();
    try {
      return Long.parseUnsignedLong(text.substring(Math.max(0, text.length() - 16)), 16);
    } catch (NumberFormatException notHex) {
      return 0;
    }
  }
}
