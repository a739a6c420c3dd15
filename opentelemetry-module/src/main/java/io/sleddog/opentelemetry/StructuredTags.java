package io.sleddog.opentelemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.sleddog.lambda.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists, events and links as the JSON text of a tag. */
final class StructuredTags {
  private StructuredTags() {}

  static String list(List<?> values) {
    JsonWriter json = new JsonWriter(64);
    value(json, values);
    return text(json);
  }

  static @Nullable String events(List<EventData> events) {
    if (events.isEmpty()) {
      return null;
    }
    JsonWriter json = new JsonWriter(128 * events.size()).ascii("[");
    for (EventData event : events) {
      json.ascii(json.size() == 1 ? "" : ",");
      json.ascii("{\"time_unix_nano\":").integer(event.getEpochNanos());
      json.ascii(",\"name\":").text(event.getName());
      attributes(json, event.getAttributes());
      json.ascii("}");
    }
    return text(json.ascii("]"));
  }

  static @Nullable String links(List<LinkData> links) {
    if (links.isEmpty()) {
      return null;
    }
    JsonWriter json = new JsonWriter(160 * links.size()).ascii("[");
    for (LinkData link : links) {
      json.ascii(json.size() == 1 ? "" : ",");
      json.ascii("{\"trace_id\":").text(link.getSpanContext().getTraceId());
      json.ascii(",\"span_id\":").text(link.getSpanContext().getSpanId());
      attributes(json, link.getAttributes());
      json.ascii("}");
    }
    return text(json.ascii("]"));
  }

  private static void attributes(JsonWriter json, Attributes attributes) {
    if (attributes.isEmpty()) {
      return;
    }
    json.ascii(",\"attributes\":{");
    int before = json.size();
    attributes.forEach(
        (key, value) -> {
          json.ascii(json.size() == before ? "" : ",").text(key.getKey()).ascii(":");
          value(json, value);
        });
    json.ascii("}");
  }

  private static void value(JsonWriter json, Object value) {
    if (value instanceof List) {
      json.ascii("[");
      int before = json.size();
      for (Object item : (List<?>) value) {
        json.ascii(json.size() == before ? "" : ",");
        value(json, item);
      }
      json.ascii("]");
    } else if (value instanceof Long) {
      json.integer((Long) value);
    } else if (value instanceof Double && Double.isFinite((Double) value)) {
      json.decimal((Double) value);
    } else if (value instanceof Boolean) {
      json.ascii(value.toString());
    } else {
      json.text(value.toString());
    }
  }

  private static String text(JsonWriter json) {
    return new String(json.copyFrom(0), UTF_8);
  }
}
