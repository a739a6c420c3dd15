package io.sleddog.forwarder.route;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import java.io.IOException;

/** Looks into the objects that the Lambda runtime makes of log lines in its JSON format. */
final class RuntimeLogs {
  private RuntimeLogs() {}

  /** The text that was logged, if it may be a JSON object itself; else an empty text. */
  static String message(String object) throws IOException {
    try (JsonParser parser = Json.parser(object)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      for (String name; (name = parser.nextFieldName()) != null; ) {
        if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("message")) {
          String text = parser.getText();
          return text.stripLeading().startsWith("{") ? text : "";
        }
        parser.skipChildren();
      }
      return "";
    } catch (JacksonException e) {
      return "";
    }
  }
}
