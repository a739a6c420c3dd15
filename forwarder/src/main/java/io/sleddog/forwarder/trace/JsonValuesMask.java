package io.sleddog.forwarder.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.Json;
import java.io.IOException;
import java.util.Set;

/** Puts question marks in the place of all values of a JSON text; names and nesting stay. */
final class JsonValuesMask {
  private static final String HIDDEN = "?";
  private static final Set<JsonToken> STRUCTURE =
      Set.of(
          JsonToken.START_OBJECT,
          JsonToken.END_OBJECT,
          JsonToken.START_ARRAY,
          JsonToken.END_ARRAY,
          JsonToken.FIELD_NAME);

  private JsonValuesMask() {}

  /** The text up to where it is no JSON any more; three dots stand for the rest. */
  static String masked(String json) {
    ByteWriter out = new ByteWriter(json.length() + 16);
    boolean complete = true;
    try (JsonGenerator generator = Json.generator(out);
        JsonParser parser = Json.parser(json)) {
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      try {
        for (JsonToken token; (token = parser.nextToken()) != null; ) {
          if (STRUCTURE.contains(token)) {
            generator.copyCurrentEvent(parser);
          } else {
            generator.writeString(HIDDEN);
          }
        }
      } catch (IOException ignored) {
        complete = false; // cut by the tracer, as a rule
      }
    } catch (IOException ignored) {
      complete = false; // a text in memory gives no other trouble than its form
    }
    return complete ? out.utf8() : out.utf8() + "...";
  }
}
