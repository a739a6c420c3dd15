package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;

/** Shortens a log that is larger than the intake takes. */
final class LogCutter {
  private static final String MARK = "...TRUNCATED...";

  /**
   * The log's attributes in so many bytes. The message is cut; where that is not enough, or there
   * is no message, the start of the whole text becomes the message.
   */
  Slice cut(LogRecord log, int most) {
    Slice fields = log.fields();
    Slice message = log.message();
    int over = fields.length() + MARK.length() - most;
    if (fields.length() <= most) {
      return fields;
    } else if (message == null || message.length() < over) {
      return asMessage(fields, most);
    }
    int end = boundary(message, message.length() - over);
    ByteWriter shorter = new ByteWriter(most);
    shorter.write(fields.array(), fields.offset(), end - fields.offset());
    shorter.text(MARK);
    shorter.write(fields.array(), message.end(), fields.end() - message.end());
    return new Slice(shorter.array(), 0, shorter.size());
  }

  private static Slice asMessage(Slice fields, int most) {
    ByteWriter whole = new ByteWriter(fields.length() + 64);
    whole.write('{');
    whole.escaped(fields.array(), fields.offset(), fields.length());
    Slice text = new Slice(whole.array(), 0, whole.size());
    String start = "\"message\":\"";
    int end = boundary(text, most - start.length() - MARK.length() - 1);
    ByteWriter shorter = new ByteWriter(most);
    shorter.text(start);
    shorter.write(text.array(), 0, end);
    shorter.text(MARK).write('"');
    return new Slice(shorter.array(), 0, shorter.size());
  }

  /**
   * The last index, not behind {@code most} bytes, that splits neither an escape nor a character.
   */
  private static int boundary(Slice text, int most) {
    byte[] bytes = text.array();
    int limit = text.offset() + most;
    int last = text.offset();
    int i = last;
    while (i < limit) {
      last = i;
      i += width(bytes, i);
    }
    return i == limit ? limit : last;
  }

  /** Bytes of the character at an index: an escape, a pair of escapes, or one in UTF-8. */
  private static int width(byte[] bytes, int i) {
    int c = bytes[i] & 0xff;
    if (c == '\\') {
      return bytes[i + 1] != 'u' ? 2 : isHighSurrogate(bytes, i) ? 12 : 6;
    }
    return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
  }

  private static boolean isHighSurrogate(byte[] bytes, int i) {
    int first = bytes[i + 2] | 0x20;
    int second = bytes[i + 3] | 0x20;
    boolean high =
        first == 'd'
            && (second == ('8' | 0x20) || second == ('9' | 0x20) || second == 'a' || second == 'b');
    return high && i + 7 < bytes.length && bytes[i + 6] == '\\' && bytes[i + 7] == 'u';
  }
}
