package io.sleddog.forwarder.lookup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Tags;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The files that Datadog's forwarder keeps tags in: {@code {"arn": ["key:value", …], …}}, or {@code
 * ["key:value", …]} where a file is about one resource.
 */
final class TagFile {
  private final String only;

  /**
   * A form of files.
   *
   * @param only the resource that the file is about; empty for a file of many
   */
  TagFile(String only) {
    this.only = only;
  }

  /** Whether it is about one resource. */
  boolean isOfOne() {
    return !only.isEmpty();
  }

  byte[] write(Map<String, Tags> tags) {
    ByteWriter json = new ByteWriter(1 << 12);
    if (isOfOne()) {
      list(tags.getOrDefault(only, Tags.NONE), json);
      return json.toByteArray();
    }
    char before = '{';
    for (Map.Entry<String, Tags> resource : tags.entrySet()) {
      json.write(before);
      json.string(resource.getKey()).text(": ");
      list(resource.getValue(), json);
      before = ',';
    }
    return json.text(tags.isEmpty() ? "{}" : "}").toByteArray();
  }

  /**
   * Reads such a file.
   *
   * @throws IOException if it is anything else
   */
  Map<String, Tags> read(Slice file) throws IOException {
    Map<String, Tags> tags = new HashMap<>();
    try (JsonParser parser = Json.parser(file.array(), file.offset(), file.length())) {
      JsonToken start = parser.nextToken();
      if (start != (isOfOne() ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)) {
        throw new IOException("not a file of tags");
      }
      if (isOfOne()) {
        tags.put(only, list(parser));
        return tags;
      }
      for (String arn; (arn = parser.nextFieldName()) != null; ) {
        parser.nextToken();
        tags.put(arn, list(parser));
      }
    }
    return tags;
  }

  private static void list(Tags tags, ByteWriter json) {
    json.write('[');
    String comma = "";
    for (String tag : tags.entries()) {
      json.text(comma).string(tag);
      comma = ", ";
    }
    json.write(']');
  }

  private static Tags list(JsonParser parser) throws IOException {
    Tags tags = Tags.NONE;
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      tags = tags.plus(parser.getText());
    }
    if (parser.currentToken() != JsonToken.END_ARRAY) {
      throw new IOException("not a file of tags");
    }
    return tags;
  }
}
