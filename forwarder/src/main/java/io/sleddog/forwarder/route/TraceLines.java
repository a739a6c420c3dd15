package io.sleddog.forwarder.route;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Span;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.model.TraceLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads trace lines: one JSON object whose {@code traces} is a list of lists of spans, where the
 * first span has a {@code trace_id}. Other attributes are ignored.
 */
final class TraceLines {
  private TraceLines() {}

  /** The spans of a line; null if it is no trace line. */
  static @Nullable TraceLine read(String line, Tags tags, @Nullable Arn function)
      throws IOException {
    List<Span> spans = new ArrayList<>();
    try (JsonParser parser = Json.parser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name; (name = parser.nextFieldName()) != null; ) {
        JsonToken value = parser.nextToken();
        if (name.equals("traces") && value == JsonToken.START_ARRAY) {
          spans.clear();
          traces(parser, spans);
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        return null;
      }
    } catch (JacksonException e) {
      return null;
    }
    return spans.isEmpty() ? null : new TraceLine(line, spans, tags, function);
  }

  /** Reads all spans, or none if there is something else than lists of spans. */
  private static void traces(JsonParser parser, List<Span> spans) throws IOException {
    boolean valid = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      valid &= parser.isExpectedStartArrayToken() && trace(parser, spans);
      parser.skipChildren();
    }
    if (!valid) {
      spans.clear();
    }
  }

  private static boolean trace(JsonParser parser, List<Span> spans) throws IOException {
    boolean valid = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Span span =
          parser.currentToken() == JsonToken.START_OBJECT ? new SpanReader().read(parser) : null;
      if (span == null) {
        valid = false;
        parser.skipChildren();
      } else {
        spans.add(span);
      }
    }
    return valid;
  }
}
