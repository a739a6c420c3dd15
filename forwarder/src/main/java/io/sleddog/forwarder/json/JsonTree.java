package io.sleddog.forwarder.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small JSON text as maps, lists and texts. It is for the wrapping that AWS puts around logs,
 * never for the logs themselves.
 */
public final class JsonTree {
  private final @Nullable Object value;

  private JsonTree(@Nullable Object value) {
    this.value = value;
  }

  /** Reads a text; what is no JSON is an empty tree. */
  public static JsonTree of(byte[] bytes, int offset, int length) {
    try (JsonParser parser = Json.parser(bytes, offset, length)) {
      parser.nextToken();
      return new JsonTree(read(parser));
    } catch (IOException ignored) {
      return new JsonTree(null); // of a text in memory, it can only be about its form
    }
  }

  /** What is below a name; an empty tree if there is nothing. */
  public JsonTree at(String name) {
    return new JsonTree(value instanceof Map<?, ?> map ? map.get(name) : null);
  }

  /** The elements of an array; none if this is no array. */
  public List<JsonTree> elements() {
    List<JsonTree> elements = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object element : list) {
        elements.add(new JsonTree(element));
      }
    }
    return elements;
  }

  /** The text or number that this is; an empty text if it is neither. */
  public String text() {
    return value instanceof String text ? text : "";
  }

  /** Whether this is a text or a number. */
  public boolean isText() {
    return value instanceof String;
  }

  /** Whether this is an object. */
  public boolean isObject() {
    return value instanceof Map;
  }

  private static @Nullable Object read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (String name; (name = parser.nextFieldName()) != null; ) {
        parser.nextToken();
        map.put(name, read(parser));
      }
      return map;
    } else if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(read(parser));
      }
      return list;
    }
    return token == null || token == JsonToken.VALUE_NULL ? null : parser.getText();
  }
}
