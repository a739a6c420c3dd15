package io.sleddog.forwarder.route;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.MetricPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads metric lines: one JSON object with a name {@code m}, a number {@code v}, the epoch seconds
 * {@code e} and a list of tags {@code t}. Other attributes are ignored.
 */
final class MetricLines {
  private MetricLines() {}

  /** The point of a line, tagged with what is known of its log; null if it is no metric line. */
  static @Nullable MetricPoint read(String line, Envelope envelope) throws IOException {
    Parts parts = new Parts();
    try (JsonParser parser = Json.parser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name; (name = parser.nextFieldName()) != null; ) {
        parser.nextToken();
        parts.take(name, parser);
      }
      if (parser.nextToken() != null) {
        return null;
      }
    } catch (JacksonException e) {
      return null;
    }
    return parts.point(envelope);
  }

  /** What was found in a line up to now. */
  private static final class Parts {
    private @Nullable String name;
    private double value = Double.NaN;
    private double seconds = Double.NaN;
    private @Nullable List<String> tags;

    void take(String key, JsonParser parser) throws IOException {
      switch (key) {
        case "m" ->
            name = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
        case "v" -> value = number(parser);
        case "e" -> seconds = number(parser);
        case "t" -> tags = parser.isExpectedStartArrayToken() ? texts(parser) : null;
        default -> {}
      }
      parser.skipChildren();
    }

    @Nullable MetricPoint point(Envelope envelope) {
      boolean complete =
          name != null
              && !name.isEmpty()
              && tags != null
              && Double.isFinite(value)
              && Double.isFinite(seconds);
      if (!complete || name == null || tags == null) {
        return null;
      }
      if (envelope.function() != null) {
        tags.add("function_arn:" + envelope.function().text());
      }
      tags.addAll(envelope.tags().entries());
      return new MetricPoint(name, value, (long) Math.floor(seconds), tags);
    }

    private static double number(JsonParser parser) throws IOException {
      return parser.currentToken().isNumeric() ? parser.getDoubleValue() : Double.NaN;
    }

    private static List<String> texts(JsonParser parser) throws IOException {
      List<String> texts = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken().isScalarValue()) {
          texts.add(parser.getText());
        }
        parser.skipChildren();
      }
      return texts;
    }
  }
}
