package io.sleddog.forwarder.spill;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Marks logs that were stored for a while, so that their lateness can be told from a delay. */
final class RetryTag {
  private static final String TAG = "retry:true";

  private RetryTag() {}

  /** The log with one more tag; unchanged if it is no object, or has tags that are no text. */
  static String added(String log) {
    byte[] utf8 = log.getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = Json.parser(utf8, 0, utf8.length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return log;
      }
      boolean empty = true;
      String name = parser.nextFieldName();
      while (name != null) {
        empty = false;
        JsonToken value = parser.nextToken();
        if (name.equals("ddtags")) {
          return value == JsonToken.VALUE_STRING ? behindTags(utf8, parser) : log;
        }
        parser.skipChildren();
        name = parser.nextFieldName();
      }
      int brace = Json.tokenOffset(parser);
      return inserted(utf8, brace, (empty ? "" : ",") + "\"ddtags\":\"" + TAG + "\"");
    } catch (IOException ignored) {
      return log; // the intake is the one to say so
    }
  }

  private static String behindTags(byte[] log, JsonParser parser) throws IOException {
    String comma = parser.getText().isEmpty() ? "" : ",";
    parser.finishToken();
    int quote = (int) parser.currentLocation().getByteOffset() - 1;
    return inserted(log, quote, comma + TAG);
  }

  private static String inserted(byte[] log, int at, String text) {
    return new String(log, 0, at, StandardCharsets.UTF_8)
        + text
        + new String(log, at, log.length - at, StandardCharsets.UTF_8);
  }
}
