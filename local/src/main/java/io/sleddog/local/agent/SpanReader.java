package io.sleddog.local.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Span;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a span from a map as tracers send it. What is missing or null is empty or 0; unknown keys
 * are left out. Links and events become the tags {@code _dd.span_links} and {@code events}.
 */
final class SpanReader {
  private static final int ID_BITS = 64;

  private final JsonNode span;
  private final String place;

  private SpanReader(JsonNode span, String place) {
    this.span = span;
    this.place = place;
  }

  /**
   * Reads a span.
   *
   * @param place where it stands, for messages
   * @param inherited tags of its chunk, for those that it lacks
   * @throws MalformedInput if a field has another type than it must have
   */
  static Span read(
      JsonNode span, String place, Map<String, String> inherited, @Nullable Integer priority) {
    if (!span.isObject()) {
      throw new MalformedInput(place + " is not a map");
    }
    return new SpanReader(span, place).span(inherited, priority);
  }

  private Span span(Map<String, String> inherited, @Nullable Integer priority) {
    return new Span(
        number("trace_id"),
        number("span_id"),
        number("parent_id"),
        text("service"),
        text("name"),
        text("resource"),
        text("type"),
        number("start"),
        number("duration"),
        number("error") == 0 ? 0 : 1,
        meta(inherited),
        metrics(),
        priority);
  }

  private String text(String key) {
    JsonNode value = span.path(key);
    if (isAbsent(value)) {
      return "";
    }
    return require(value.isTextual(), value, key, "text").asText();
  }

  /** A signed or unsigned 64-bit number. */
  private long number(String key) {
    JsonNode value = span.path(key);
    if (isAbsent(value)) {
      return 0;
    }
    BigInteger number =
        require(value.isIntegralNumber(), value, key, "a whole number").bigIntegerValue();
    require(number.bitLength() <= ID_BITS, value, key, "a number of 64 bits");
    return number.longValue();
  }

  private Map<String, String> meta(Map<String, String> inherited) {
    Map<String, String> meta = new LinkedHashMap<>();
    entries(
        "meta",
        (key, value) ->
            meta.put(key, require(value.isTextual(), value, "meta." + key, "text").asText()));
    inherited.forEach(meta::putIfAbsent);
    if (span.path("span_links").isArray()) {
      meta.put("_dd.span_links", Json.write(links(span.path("span_links"))));
    }
    if (span.path("span_events").isArray()) {
      meta.putIfAbsent("events", Json.write(span.path("span_events")));
    }
    return meta;
  }

  private Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    entries(
        "metrics",
        (key, value) ->
            metrics.put(
                key, require(value.isNumber(), value, "metrics." + key, "a number").asDouble()));
    return metrics;
  }

  private void entries(String key, BiConsumer<String, JsonNode> each) {
    JsonNode map = span.path(key);
    if (isAbsent(map)) {
      return;
    }
    require(map.isObject(), map, key, "a map");
    map.properties().stream()
        .filter(entry -> !entry.getValue().isNull())
        .forEach(entry -> each.accept(entry.getKey(), entry.getValue()));
  }

  /** Ids as numbers, which tracers send, become the hex text that the tag has. */
  private static ArrayNode links(JsonNode links) {
    ArrayNode list = Json.array();
    for (JsonNode link : links) {
      ObjectNode view =
          list.addObject()
              .put("trace_id", hex(link.path("trace_id_high")) + hex(link.path("trace_id")))
              .put("span_id", hex(link.path("span_id")));
      if (link.path("attributes").isObject()) {
        view.set("attributes", link.path("attributes"));
      }
    }
    return list;
  }

  private static String hex(JsonNode id) {
    return id.isTextual() ? id.asText() : Span.hex(id.bigIntegerValue().longValue());
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private JsonNode require(boolean held, JsonNode value, String key, String kind) {
    if (!held) {
      throw new MalformedInput(place + ": \"" + key + "\" must be " + kind);
    }
    return value;
  }
}
