package io.sleddog.local.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads and writes JSON as trees. Numbers keep all their digits; text after the value is an error.
 */
public final class Json {
  private static final ObjectMapper mapper =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** What the parser says of itself, which helps nobody to mend a text. */
  private static final Pattern NOISE =
      Pattern.compile(" \\(start marker at .*\\)$|, from `[^`]*`|\\R.*", Pattern.DOTALL);

  private Json() {}

  /**
   * Reads one JSON value.
   *
   * @throws MalformedJson if the text is no JSON, is empty, or goes on after the value
   */
  public static JsonNode parse(String text) {
    try {
      return requireValue(mapper.readTree(text));
    } catch (JsonProcessingException e) {
      throw malformed(e);
    }
  }

  /**
   * Reads one JSON value in UTF-8.
   *
   * @throws MalformedJson if the bytes are no JSON, are empty, or go on after the value
   */
  public static JsonNode parse(byte[] utf8) {
    try {
      return requireValue(mapper.readTree(utf8));
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new MalformedJson(String.valueOf(e.getMessage()), e);
    }
  }

  /** Reads the text if the whole of it is one JSON object; empty for anything else. */
  public static Optional<ObjectNode> tryParseObject(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return parse(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (MalformedJson notJson) {
      return Optional.empty();
    }
  }

  /** The value as text on one line, without spaces. */
  public static String write(JsonNode value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value as text on several lines, for a person to read. */
  public static String writePretty(JsonNode value) {
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new, empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A new, empty array. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private static JsonNode requireValue(JsonNode node) {
    if (node.isMissingNode()) {
      throw new MalformedJson("empty, expected a JSON value", null);
    }
    return node;
  }

  private static MalformedJson malformed(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String where =
        at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    return new MalformedJson(where + NOISE.matcher(e.getOriginalMessage()).replaceAll(""), e);
  }
}
