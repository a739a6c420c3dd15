package io.sleddog.forwarder.parse;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Clues;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;

/**
 * Makes records of JSON objects in a text, keeping their bytes as they stand.
 *
 * <p>An object that has an attribute which the envelope has too is written anew, with such
 * attributes moved into one called {@code original}, so that neither is lost.
 */
public final class ObjectReader {
  private static final String MOVED = "original";

  private final Slice text;
  private final Envelope envelope;

  /**
   * A reader of one text.
   *
   * @param text what the parser reads, from its start
   * @param envelope what each record gets
   */
  ObjectReader(Slice text, Envelope envelope) {
    this.text = text;
    this.envelope = envelope;
  }

  /** A record of a text that is one object; of one that is not, its text. */
  public static LogRecord only(Slice object, Envelope envelope) throws IOException {
    try (JsonParser parser = Json.parser(object.array(), object.offset(), object.length())) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        return new ObjectReader(object, envelope).read(parser);
      }
    } catch (JacksonException ignored) {
      // handled like a text of another kind
    }
    return RawRecords.unreadable(object, "unreadable_event", envelope);
  }

  /** Reads the object at whose opening brace the parser stands. */
  LogRecord read(JsonParser parser) throws IOException {
    int start = Json.tokenOffset(parser) + 1;
    boolean collides = false;
    Slice message = null;
    long timestamp = 0;
    String name = parser.nextFieldName();
    while (name != null) {
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING && name.equals("message")) {
        int from = Json.tokenOffset(parser) + 1;
        name = parser.nextFieldName();
        message = string(from, Json.tokenOffset(parser));
        continue;
      } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals("timestamp")) {
        timestamp = millis(parser);
      } else {
        parser.skipChildren();
      }
      collides |= Envelope.uses(name);
      name = parser.nextFieldName();
    }
    Slice fields = part(start, Json.tokenOffset(parser));
    if (!Utf8.isValid(fields)) {
      return reread(inBraces(Slice.of(fields.text())), timestamp);
    } else if (collides) {
      return reread(renamed(fields), timestamp);
    }
    return new LogRecord(fields, message, Clues.of(message), timestamp, envelope);
  }

  /** A number that is no time is none of ours; it stays in the log as it stands. */
  private static long millis(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? 0 : parser.getLongValue();
  }

  /**
   * The inside of a string: from behind its first quote to the last quote before the next token.
   */
  private Slice string(int from, int nextToken) {
    int end = text.offset() + nextToken - 1;
    while (text.array()[end] != '"') {
      end--;
    }
    return new Slice(text.array(), text.offset() + from, end - text.offset() - from);
  }

  private Slice part(int from, int end) {
    return new Slice(text.array(), text.offset() + from, end - from);
  }

  private static ByteWriter inBraces(Slice fields) {
    ByteWriter object = new ByteWriter(fields.length() + 2);
    object.write('{');
    object.write(fields.array(), fields.offset(), fields.length());
    object.write('}');
    return object;
  }

  private static ByteWriter renamed(Slice fields) throws IOException {
    ByteWriter kept = new ByteWriter(fields.length() + 64);
    ByteWriter moved = new ByteWriter(64);
    ByteWriter object = inBraces(fields);
    try (JsonParser parser = Json.parser(object.array(), 0, object.size());
        JsonGenerator keep = Json.generator(kept);
        JsonGenerator move = Json.generator(moved)) {
      parser.nextToken();
      keep.writeStartObject();
      move.writeStartObject();
      for (String name; (name = parser.nextFieldName()) != null; ) {
        JsonGenerator target = Envelope.uses(name) || name.equals(MOVED) ? move : keep;
        parser.nextToken();
        target.writeFieldName(name);
        Json.copyValue(parser, target);
      }
      move.writeEndObject();
      move.flush();
      keep.writeFieldName(MOVED);
      keep.writeRawValue(moved.utf8());
      keep.writeEndObject();
    }
    return kept;
  }

  private LogRecord reread(ByteWriter object, long timestamp) throws IOException {
    Slice whole = new Slice(object.array(), 0, object.size());
    try (JsonParser parser = Json.parser(whole.array(), 0, whole.length())) {
      parser.nextToken();
      LogRecord record = new ObjectReader(whole, envelope).read(parser);
      return new LogRecord(
          record.fields(), record.message(), record.clues(), timestamp, record.envelope());
    }
  }
}
