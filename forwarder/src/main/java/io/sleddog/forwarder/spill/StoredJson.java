package io.sleddog.forwarder.spill;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of stored batches: an object with {@code kind}, {@code target}, {@code attempts}, {@code
 * first}, {@code headers} and, as they are, {@code items}.
 */
final class StoredJson {
  private StoredJson() {}

  static byte[] write(Stored stored) {
    ByteWriter json = new ByteWriter(1 << 12);
    json.text("{\"kind\":").string(stored.kind().text());
    json.text(",\"target\":").string(stored.target());
    json.text(",\"attempts\":" + stored.attempts() + ",\"first\":" + stored.firstMillis());
    json.text(",\"headers\":{");
    String comma = "";
    for (Map.Entry<String, String> header : stored.headers().entrySet()) {
      json.text(comma).string(header.getKey()).text(":").string(header.getValue());
      comma = ",";
    }
    json.text("},\"items\":[");
    comma = "";
    for (String item : stored.items()) {
      json.text(comma).text(item);
      comma = ",";
    }
    return json.text("]}").toByteArray();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is anything else
   */
  static Stored read(byte[] document) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> items = new ArrayList<>();
    try (JsonParser parser = Json.parser(document, 0, document.length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("a stored batch is a JSON object");
      }
      for (String name; (name = parser.nextFieldName()) != null; ) {
        JsonToken value = parser.nextToken();
        if (name.equals("items") && value == JsonToken.START_ARRAY) {
          items(document, parser, items);
        } else if (name.equals("headers") && value == JsonToken.START_OBJECT) {
          texts(parser, headers);
        } else if (value.isScalarValue()) {
          texts.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    }
    return stored(texts, headers, items);
  }

  /** The elements of a text that is an array, as they stand. */
  static List<String> items(byte[] array) throws IOException {
    List<String> items = new ArrayList<>();
    try (JsonParser parser = Json.parser(array, 0, array.length)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("stored items are a JSON array");
      }
      items(array, parser, items);
    }
    return items;
  }

  private static Stored stored(
      Map<String, String> texts, Map<String, String> headers, List<String> items)
      throws IOException {
    for (Kind kind : Kind.values()) {
      if (kind.text().equals(texts.get("kind"))) {
        int attempts = (int) number(texts, "attempts");
        long first = number(texts, "first");
        String target = texts.getOrDefault("target", "");
        return new Stored(kind, target, attempts, first, headers, items);
      }
    }
    throw new IOException("a stored batch has a kind");
  }

  private static long number(Map<String, String> texts, String name) throws IOException {
    try {
      return Long.parseLong(texts.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw new IOException("a stored batch has a number for " + name, e);
    }
  }

  private static void texts(JsonParser parser, Map<String, String> texts) throws IOException {
    for (String name; (name = parser.nextFieldName()) != null; ) {
      parser.nextToken();
      texts.put(name, parser.getText());
      parser.skipChildren();
    }
  }

  private static void items(byte[] document, JsonParser parser, List<String> items)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int start = Json.tokenOffset(parser);
      parser.skipChildren();
      parser.finishToken();
      int end = (int) parser.currentLocation().getByteOffset();
      items.add(new Slice(document, start, end - start).text());
    }
  }
}
