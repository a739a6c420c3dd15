package io.sleddog.forwarder.parse;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;

/** Reads a log file of CloudTrail: one object whose {@code Records} are the logs. */
final class CloudTrailRecords {
  /** CloudTrail's own files have a few MB at most. */
  private static final int MOST = 64 << 20;

  private CloudTrailRecords() {}

  /** Passes each record on; false, and nothing passed on, if the text is something else. */
  static boolean parse(TextWindow window, Envelope envelope, ParseContext context)
      throws IOException {
    while (window.size() < MOST && window.more()) {
      // the whole file is looked at before any of it is passed on
    }
    Slice text = window.part(0, window.size());
    try {
      if (count(text) < 0) {
        return false;
      }
    } catch (JacksonException e) {
      return false;
    }
    records(text, envelope, context);
    return true;
  }

  /** The number of records; -1 if there are none to be found. */
  private static int count(Slice text) throws IOException {
    int count = -1;
    try (JsonParser parser = Json.parser(text.array(), text.offset(), text.length())) {
      if (!toRecords(parser)) {
        return count;
      }
      count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        count = parser.currentToken() == JsonToken.START_OBJECT ? count + 1 : -1;
        if (count < 0) {
          return count;
        }
        parser.skipChildren();
      }
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
    }
    return count;
  }

  private static void records(Slice text, Envelope envelope, ParseContext context)
      throws IOException {
    try (JsonParser parser = Json.parser(text.array(), text.offset(), text.length())) {
      toRecords(parser);
      ObjectReader reader = new ObjectReader(text, envelope);
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        context.records().accept(reader.read(parser));
      }
    }
  }

  private static boolean toRecords(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    for (String name; (name = parser.nextFieldName()) != null; ) {
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("Records")) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }
}
