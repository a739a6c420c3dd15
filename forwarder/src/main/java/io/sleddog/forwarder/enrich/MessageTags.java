package io.sleddog.forwarder.enrich;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.json.JsonFields;
import io.sleddog.forwarder.json.SpacedJson;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.model.WordSearch;
import io.sleddog.forwarder.parse.ObjectReader;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves {@code ddtags} out of a message that is a JSON object. A service among them becomes the
 * log's service and takes the place of other service tags.
 */
final class MessageTags {
  private static final String NAME = "ddtags";
  private static final WordSearch QUOTED = new WordSearch("\"ddtags\"");

  private MessageTags() {}

  /** The record with the tags lifted; unchanged if there are none that could be. */
  static LogRecord lift(LogRecord record) throws IOException {
    ByteWriter rest = new ByteWriter(256);
    String own = split(record.messageText(), rest);
    if (own == null) {
      return record;
    }
    return record
        .withMessage(SpacedJson.of(rest.array(), 0, rest.size()))
        .withEnvelope(envelope(record.envelope(), own));
  }

  /** The same for a record whose message is not a text but an object. */
  static LogRecord liftFromObject(LogRecord record) throws IOException {
    if (!QUOTED.isIn(record.fields())) {
      return record;
    }
    Map<String, String> fields = JsonFields.ofObject("{" + record.fields().text() + "}");
    String message = fields == null ? null : fields.get("message");
    ByteWriter rest = new ByteWriter(256);
    String own = message == null ? null : split(message, rest);
    if (fields == null || own == null) {
      return record;
    }
    fields.put("message", rest.utf8());
    Slice json = Slice.of(JsonFields.object(fields));
    return ObjectReader.only(json, envelope(record.envelope(), own));
  }

  /** Writes the object without its tags and gives these back; null if it is not of that form. */
  private static @Nullable String split(String message, ByteWriter rest) throws IOException {
    String own = null;
    try (JsonParser parser = Json.parser(message);
        JsonGenerator generator = Json.generator(rest)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      generator.writeStartObject();
      for (String name; (name = parser.nextFieldName()) != null; ) {
        JsonToken value = parser.nextToken();
        if (name.equals(NAME) && value == JsonToken.VALUE_STRING) {
          own = parser.getText();
        } else {
          generator.writeFieldName(name);
          Json.copyValue(parser, generator);
        }
      }
      generator.writeEndObject();
      return parser.nextToken() == null ? own : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static Envelope envelope(Envelope envelope, String own) {
    Tags lifted = new Tags(own.replace(" ", ""));
    String service = lifted.first("service").orElse("");
    if (service.isEmpty()) {
      return envelope.withTags(envelope.tags().plus(lifted.text()));
    }
    Tags others = Tags.NONE;
    for (String tag : envelope.tags().entries()) {
      others = tag.startsWith("service:") ? others : others.plus(tag);
    }
    return envelope.withTags(others.plus(lifted.text())).withService(service);
  }
}
