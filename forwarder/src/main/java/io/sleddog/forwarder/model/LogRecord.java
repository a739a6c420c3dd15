package io.sleddog.forwarder.model;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.json.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One log on its way.
 *
 * @param fields its own attributes as JSON text, without the braces around them
 * @param message the inside of its {@code message} string within {@code fields}, still escaped;
 *     null if it has no message or one that is not a string
 * @param clues what the message may be
 * @param timestampMillis when it was written; 0 if unknown
 * @param envelope what the forwarder adds
 */
public record LogRecord(
    Slice fields, @Nullable Slice message, Clues clues, long timestampMillis, Envelope envelope)
    implements Item {

  /** The message as text; empty if there is none. */
  public String messageText() throws IOException {
    if (message == null) {
      return "";
    }
    return Json.unescape(message.array(), message.offset(), message.length());
  }

  /** The same log with another message in the place of its own. */
  public LogRecord withMessage(String text) {
    Slice own = message;
    if (own == null) {
      return this;
    }
    ByteWriter changed = new ByteWriter(fields.length() + text.length() + 16);
    changed.write(fields.array(), fields.offset(), own.offset() - fields.offset() - 1);
    int start = changed.size() + 1;
    changed.string(text);
    int end = changed.size() - 1;
    changed.write(fields.array(), own.end() + 1, fields.end() - own.end() - 1);
    Slice inside = new Slice(changed.array(), start, end - start);
    Slice all = new Slice(changed.array(), 0, changed.size());
    return new LogRecord(all, inside, Clues.of(inside), timestampMillis, envelope);
  }

  /** The same log with other additions. */
  public LogRecord withEnvelope(Envelope other) {
    return new LogRecord(fields, message, clues, timestampMillis, other);
  }
}
