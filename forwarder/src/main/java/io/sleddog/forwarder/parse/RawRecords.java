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

  /** Bytes that do not stand in a JSON text as they are, or belong to a longer character. */
  private static final byte[] SPECIAL = special();

  private RawRecords() {}

  /** A record of bytes that should be UTF-8; a wrong one becomes the replacement character. */
  static LogRecord of(Slice text, Envelope envelope) {
    if (isPlain(text)) {
      return ofPlain(text, envelope);
    }
    byte[] utf8 = text.text().getBytes(StandardCharsets.UTF_8);
    ByteWriter fields = new ByteWriter(utf8.length + 64);
    fields.write(START);
    fields.escaped(utf8, 0, utf8.length);
    int length = fields.size() - START.length;
    fields.write('"'); // may move the bytes, which must stay around the message
    Slice message = new Slice(fields.array(), START.length, length);
    Slice all = new Slice(fields.array(), 0, fields.size());
    return new LogRecord(all, message, Clues.of(message), 0, envelope);
  }

  /** Whether a text stands in JSON as it is, as most lines do. */
  private static boolean isPlain(Slice text) {
    byte[] bytes = text.array();
    byte[] special = SPECIAL;
    int end = text.end();
    int i = text.offset();
    for (; i + 3 < end; i += 4) {
      int found =
          special[bytes[i] & 0xff]
              | special[bytes[i + 1] & 0xff]
              | special[bytes[i + 2] & 0xff]
              | special[bytes[i + 3] & 0xff];
      if (found != 0) {
        return false;
      }
    }
    while (i < end && special[bytes[i] & 0xff] == 0) {
      i++;
    }
    return i == end;
  }

  private static byte[] special() {
    byte[] special = new byte[256];
    for (int i = 0; i < special.length; i++) {
      special[i] = (byte) (i < 0x20 || i > 0x7f || i == '"' || i == '\\' ? 1 : 0);
    }
    return special;
  }

  private static LogRecord ofPlain(Slice text, Envelope envelope) {
    byte[] fields = new byte[START.length + text.length() + 1];
    System.arraycopy(START, 0, fields, 0, START.length);
    System.arraycopy(text.array(), text.offset(), fields, START.length, text.length());
    fields[fields.length - 1] = '"';
    Slice message = new Slice(fields, START.length, text.length());
    return new LogRecord(Slice.of(fields), message, Clues.of(message), 0, envelope);
  }

  /** A record of a text that could not be read as what it should be. */
  static LogRecord unreadable(Slice text, String problem, Envelope envelope) {
    return of(text, envelope.withTags(envelope.tags().plus("parse_error:" + problem)));
  }
}
