package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Clues;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import java.nio.charset.StandardCharsets;

/** Makes a record of a text: the whole of it becomes the message. */
final class RawRecords {
  private static final byte[] START = "\"message\":\"".getBytes(StandardCharsets.US_ASCII);

  private RawRecords() {}

  /** A record of bytes that should be UTF-8; a wrong one becomes the replacement character. */
  static LogRecord of(Slice text, Envelope envelope) {
    byte[] utf8 = text.text().getBytes(StandardCharsets.UTF_8);
    ByteWriter fields = new ByteWriter(utf8.length + 64);
    fields.write(START);
    fields.escaped(utf8, 0, utf8.length);
    Slice message = new Slice(fields.array(), START.length, fields.size() - START.length);
    fields.write('"');
    Slice all = new Slice(fields.array(), 0, fields.size());
    return new LogRecord(all, message, Clues.of(message), 0, envelope);
  }

  /** A record of a text that could not be read as what it should be. */
  static LogRecord unreadable(Slice text, String problem, Envelope envelope) {
    return of(text, envelope.withTags(envelope.tags().plus("parse_error:" + problem)));
  }
}
