package io.sleddog.local.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes in which tracers send traces, by the version in the path. */
enum TraceFormat {
  /** A list of traces, each a list of spans. */
  V03,
  /** The same shape, with another answer. */
  V04,
  /** A table of texts, then traces whose spans are lists of 12 with places in the table. */
  V05,
  /** A map with what the tracer says of itself, and chunks with a priority. */
  V07;

  private static final List<String> V05_FIELDS =
      List.of(
          "service",
          "name",
          "resource",
          "trace_id",
          "span_id",
          "parent_id",
          "start",
          "duration",
          "error",
          "meta",
          "metrics",
          "type");

  /** Whether it may come as JSON too. */
  boolean takesJson() {
    return this == V03 || this == V04;
  }

  /**
   * The traces of a body, in its order.
   *
   * @throws MalformedInput if the body has another shape
   */
  List<List<Span>> traces(JsonNode body) {
    return switch (this) {
      case V03, V04 -> plain(body);
      case V05 -> indexed(body);
      case V07 -> chunks(body);
    };
  }

  private static List<List<Span>> plain(JsonNode body) {
    List<List<Span>> traces = new ArrayList<>();
    for (JsonNode trace : list(body, "the body")) {
      traces.add(spans(trace, "trace " + traces.size(), Map.of(), null));
    }
    return traces;
  }

  private static List<List<Span>> indexed(JsonNode body) {
    if (list(body, "the body").size() != 2) {
      throw new MalformedInput("the body must be a pair: a table of texts and the traces");
    }
    StringTable table = new StringTable(list(body.path(0), "the table of texts"));
    List<List<Span>> traces = new ArrayList<>();
    for (JsonNode trace : list(body.path(1), "the list of traces")) {
      traces.add(indexedSpans(trace, "trace " + traces.size(), table));
    }
    return traces;
  }

  private static List<Span> indexedSpans(JsonNode trace, String place, StringTable table) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode fields : list(trace, place)) {
      String at = place + ", span " + spans.size();
      if (!fields.isArray() || fields.size() != V05_FIELDS.size()) {
        throw new MalformedInput(at + " must be a list of " + V05_FIELDS.size());
      }
      ObjectNode span = Json.object();
      for (int i = 0; i < fields.size(); i++) {
        span.set(V05_FIELDS.get(i), fields.get(i));
      }
      spans.add(SpanReader.read(table.resolve(span, at), at, Map.of(), null));
    }
    return spans;
  }

  private static List<List<Span>> chunks(JsonNode body) {
    if (!body.isObject()) {
      throw new MalformedInput("the body must be a map");
    }
    List<List<Span>> traces = new ArrayList<>();
    JsonNode chunks = body.path("chunks");
    for (JsonNode chunk : chunks.isNull() ? Json.array() : list(chunks, "\"chunks\"")) {
      JsonNode named = chunk.path("priority");
      Integer priority = named.isIntegralNumber() ? named.intValue() : null;
      traces.add(
          spans(chunk.path("spans"), "chunk " + traces.size(), inherited(body, chunk), priority));
    }
    return traces;
  }

  private static Map<String, String> inherited(JsonNode body, JsonNode chunk) {
    Map<String, String> tags = new LinkedHashMap<>();
    chunk.path("tags").properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    putText(tags, "_dd.origin", chunk.path("origin"));
    putText(tags, "env", body.path("env"));
    putText(tags, "version", body.path("app_version"));
    putText(tags, "language", body.path("language_name"));
    putText(tags, "runtime-id", body.path("runtime_id"));
    body.path("tags")
        .properties()
        .forEach(tag -> tags.putIfAbsent(tag.getKey(), tag.getValue().asText()));
    return tags;
  }

  private static void putText(Map<String, String> tags, String key, JsonNode value) {
    if (!value.asText().isEmpty() && value.isTextual()) {
      tags.put(key, value.asText());
    }
  }

  private static List<Span> spans(
      JsonNode trace, String place, Map<String, String> inherited, @Nullable Integer priority) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode span : list(trace, place)) {
      spans.add(SpanReader.read(span, place + ", span " + spans.size(), inherited, priority));
    }
    return spans;
  }

  private static JsonNode list(JsonNode value, String what) {
    if (!value.isArray()) {
      throw new MalformedInput(what + " must be a list");
    }
    return value;
  }
}
