package io.sleddog.forwarder.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.json.JsonFields;
import io.sleddog.forwarder.model.Span;
import java.io.IOException;
import java.util.Map;

/** Events and links of a span, which Datadog keeps as JSON texts among its attributes. */
final class SpanExtras {
  private static final String EVENTS = "events";
  private static final String LINKS = "_dd.span_links";
  private static final int ID_DIGITS = 16;
  private static final int MOST_ID_DIGITS = 32;

  private final Form form;

  SpanExtras(Form form) {
    this.form = form;
  }

  /** Writes the events, and one for the error if there is none. */
  void events(Span span) throws IOException {
    form.list(EVENTS);
    boolean exception = false;
    for (String json : JsonFields.ofArray(span.meta().getOrDefault(EVENTS, ""))) {
      Map<String, String> event = JsonFields.ofObject(json);
      if (event != null) {
        String name = JsonFields.text(event.get("name"));
        exception |= name.equals("exception");
        form.begin(11, "");
        form.fixed64(1, "timeUnixNano", number(JsonFields.text(event.get("time_unix_nano"))));
        form.text(2, "name", name);
        attributes(event.getOrDefault("attributes", ""), 3);
        form.end();
      }
    }
    if (!exception && span.error() != 0) {
      exception(span);
    }
    form.endList();
  }

  private void exception(Span span) {
    String message = message(span);
    String type = span.meta().getOrDefault("error.type", "");
    String stack = span.meta().getOrDefault("error.stack", "");
    if (message.isEmpty() && type.isEmpty() && stack.isEmpty()) {
      return;
    }
    form.begin(11, "");
    form.fixed64(1, "timeUnixNano", span.startNanos() + span.durationNanos());
    form.text(2, "name", "exception");
    form.list("attributes");
    attribute("exception.type", type);
    attribute("exception.message", message);
    attribute("exception.stacktrace", stack);
    form.endList();
    form.end();
  }

  /** What went wrong, by either of its names. */
  static String message(Span span) {
    return span.meta().getOrDefault("error.message", span.meta().getOrDefault("error.msg", ""));
  }

  /** Writes the links. */
  void links(Span span) throws IOException {
    form.list("links");
    for (String json : JsonFields.ofArray(span.meta().getOrDefault(LINKS, ""))) {
      Map<String, String> link = JsonFields.ofObject(json);
      if (link != null) {
        form.begin(13, "");
        form.id(1, "traceId", id(JsonFields.text(link.get("trace_id")), MOST_ID_DIGITS));
        form.id(2, "spanId", id(JsonFields.text(link.get("span_id")), ID_DIGITS));
        form.text(3, "traceState", JsonFields.text(link.get("tracestate")));
        attributes(link.getOrDefault("attributes", ""), 4);
        form.end();
      }
    }
    form.endList();
  }

  private void attribute(String key, String value) {
    if (!value.isEmpty()) {
      Values.text(key, value, 3, "", form);
    }
  }

  private void attributes(String json, int field) throws IOException {
    form.list("attributes");
    try (JsonParser parser = Json.parser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        for (String key; (key = parser.nextFieldName()) != null; ) {
          parser.nextToken();
          Values.json(key, parser, field, "", form);
        }
      }
    }
    form.endList();
  }

  /** So many digits; of what is no id, zeros. */
  private static String id(String text, int digits) {
    boolean hex = text.length() <= digits && text.chars().allMatch(c -> isHex(c));
    return "0".repeat(hex ? digits - text.length() : digits) + (hex ? text : "");
  }

  private static boolean isHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException ignored) {
      return 0; // an event without a time is better than none
    }
  }
}
