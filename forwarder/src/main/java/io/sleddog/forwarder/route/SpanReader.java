package io.sleddog.forwarder.route;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Span;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one span of a trace line.
 *
 * <p>Ids are hexadecimal strings of up to 32 digits; a JSON number is taken as decimal. Where an
 * attribute has another type than it should, it is converted as far as that makes sense.
 */
final class SpanReader {
  private static final int HALF = 16;

  private final Map<String, String> meta = new LinkedHashMap<>();
  private final Map<String, Double> metrics = new LinkedHashMap<>();
  private String traceId = "";
  private long spanId;
  private long parentId;
  private String service = "";
  private String name = "";
  private String resource = "";
  private String type = "";
  private long start;
  private long duration;
  private int error;
  private boolean timed = true;

  /**
   * The span at whose brace the parser stands; null if it has no trace id, or a start that is no
   * time.
   */
  @Nullable Span read(JsonParser parser) throws IOException {
    for (String key; (key = parser.nextFieldName()) != null; ) {
      parser.nextToken();
      switch (key) {
        case "trace_id" -> traceId = hex(parser);
        case "span_id" -> spanId = low(hex(parser));
        case "parent_id" -> parentId = low(hex(parser));
        case "start", "duration", "error" -> number(key, parser);
        default -> describe(key, parser);
      }
      parser.skipChildren();
    }
    if (traceId.isEmpty() || !timed) {
      return null;
    }
    Span.Ids ids = new Span.Ids(high(traceId), low(traceId), spanId, parentId);
    return new Span(ids, service, name, resource, type, start, duration, error, meta, metrics);
  }

  private void number(String key, JsonParser parser) throws IOException {
    long value = parser.currentToken().isScalarValue() ? parser.getValueAsLong() : 0;
    switch (key) {
      case "start" -> {
        start = value;
        timed = isNumber(parser);
      }
      case "duration" -> duration = Math.max(0, value);
      default -> error = value == 0 && !parser.getText().equals("true") ? 0 : 1;
    }
  }

  private static boolean isNumber(JsonParser parser) throws IOException {
    boolean scalar = parser.currentToken().isScalarValue();
    boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
    return scalar && !(text && parser.getValueAsLong(-1) == -1);
  }

  private void describe(String key, JsonParser parser) throws IOException {
    switch (key) {
      case "service" -> service = text(parser);
      case "name" -> name = text(parser);
      case "resource" -> resource = text(parser);
      case "type" -> type = text(parser);
      case "meta" -> meta(parser);
      case "metrics" -> metrics(parser);
      case "span_links" -> structure("_dd.span_links", parser);
      case "span_events" -> structure("events", parser);
      default -> {}
    }
  }

  private void meta(JsonParser parser) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      return;
    }
    for (String key; (key = parser.nextFieldName()) != null; ) {
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_NULL) {
        continue;
      }
      meta.put(key, value.isScalarValue() ? parser.getText() : copy(parser));
    }
  }

  private void metrics(JsonParser parser) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      return;
    }
    for (String key; (key = parser.nextFieldName()) != null; ) {
      JsonToken value = parser.nextToken();
      double number = value.isScalarValue() ? parser.getValueAsDouble(Double.NaN) : Double.NaN;
      if (Double.isFinite(number)) {
        metrics.put(key, number);
      }
      parser.skipChildren();
    }
  }

  private void structure(String key, JsonParser parser) throws IOException {
    if (parser.isExpectedStartArrayToken()) {
      meta.putIfAbsent(key, copy(parser));
    }
  }

  private static String copy(JsonParser parser) throws IOException {
    ByteWriter json = new ByteWriter(128);
    try (JsonGenerator generator = Json.generator(json)) {
      Json.copyValue(parser, generator);
    }
    return json.utf8();
  }

  private static String text(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
  }

  private static String hex(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText().strip();
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue().toString(HALF);
      default -> "";
    };
  }

  private static long low(String digits) {
    return unsigned(digits.substring(Math.max(0, digits.length() - HALF)));
  }

  private static long high(String digits) {
    int end = Math.max(0, digits.length() - HALF);
    return unsigned(digits.substring(Math.max(0, end - HALF), end));
  }

  private static long unsigned(String digits) {
    if (digits.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseUnsignedLong(digits, HALF);
    } catch (NumberFormatException ignored) {
      return 0; // the intake joins spans by their id; one that is no id joins nothing
    }
  }
}
