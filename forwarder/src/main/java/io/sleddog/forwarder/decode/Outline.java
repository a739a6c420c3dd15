package io.sleddog.forwarder.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The first level of an event.
 *
 * @param names of its attributes
 * @param records the elements of {@code Records}, as they stand
 * @param isRetry whether {@code retry} is true
 */
record Outline(List<String> names, List<Slice> records, boolean isRetry) {

  static Outline read(Slice event) throws IOException {
    List<String> names = new ArrayList<>();
    List<Slice> records = new ArrayList<>();
    boolean retry = false;
    try (JsonParser parser = Json.parser(event.array(), event.offset(), event.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new Outline(names, records, false);
      }
      for (String name; (name = parser.nextFieldName()) != null; ) {
        names.add(name);
        JsonToken value = parser.nextToken();
        if (name.equals("Records") && value == JsonToken.START_ARRAY) {
          elements(event, parser, records);
        } else if (name.equals("retry") && value.isScalarValue()) {
          retry = parser.getText().equalsIgnoreCase("true");
        } else {
          parser.skipChildren();
        }
      }
    }
    return new Outline(names, records, retry);
  }

  private static void elements(Slice event, JsonParser parser, List<Slice> elements)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int start = Json.tokenOffset(parser);
      parser.skipChildren();
      parser.finishToken();
      int end = (int) parser.currentLocation().getByteOffset();
      elements.add(new Slice(event.array(), event.offset() + start, end - start));
    }
  }
}
