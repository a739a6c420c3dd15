package io.sleddog.forwarder.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One level of a JSON text: names or elements with their values as JSON text, so that a part can be
 * moved without being understood.
 */
public final class JsonFields {
  private JsonFields() {}

  /** The attributes of an object, in order; null if the text is anything else. */
  public static @Nullable Map<String, String> ofObject(String json) throws IOException {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = Json.parser(utf8, 0, utf8.length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Map<String, String> fields = new LinkedHashMap<>();
      for (String name; (name = parser.nextFieldName()) != null; ) {
        parser.nextToken();
        fields.put(name, value(utf8, parser));
      }
      return parser.nextToken() == null ? fields : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** The elements of an array; none if the text is anything else. */
  public static List<String> ofArray(String json) throws IOException {
    List<String> elements = new ArrayList<>();
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = Json.parser(utf8, 0, utf8.length)) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(utf8, parser));
        }
      }
      return elements;
    } catch (JacksonException e) {
      return List.of();
    }
  }

  /** The content of a string, the text of a number; an empty text for everything else. */
  public static String text(@Nullable String json) throws IOException {
    if (json == null || json.equals("null")) {
      return "";
    }
    try (JsonParser parser = Json.parser(json)) {
      return parser.nextToken().isScalarValue() ? parser.getText() : "";
    }
  }

  /** An object of these attributes. */
  public static String object(Map<String, String> fields) {
    ByteWriter json = new ByteWriter(1 << 10);
    char before = '{';
    for (Map.Entry<String, String> field : fields.entrySet()) {
      json.write(before);
      json.string(field.getKey()).text(":").text(field.getValue());
      before = ',';
    }
    return json.text(fields.isEmpty() ? "{}" : "}").utf8();
  }

  /** The value at which the parser stands, as it is written. */
  private static String value(byte[] json, JsonParser parser) throws IOException {
    int start = Json.tokenOffset(parser);
    parser.skipChildren();
    parser.finishToken();
    int end = (int) parser.currentLocation().getByteOffset();
    return new String(json, start, end - start, StandardCharsets.UTF_8);
  }
}
