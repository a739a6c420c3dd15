package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.model.Slice;
import java.io.IOException;

/**
 * Splits a text into lines, without white space at their ends and without empty ones. A line that
 * is longer than a log may be comes in several parts.
 */
final class Lines {
  static final int MOST = 900_000;

  private final TextWindow window;
  private boolean header;

  Lines(TextWindow window) {
    this.window = window;
  }

  /** Passes each line on; the first one is left out if it is a header. */
  void parse(boolean headed, SliceSink lines) throws IOException {
    header = headed;
    split(
        piece -> {
          Slice line = strip(piece);
          if (line.length() > 0 && !header) {
            lines.accept(line);
          }
          header = false;
        });
  }

  /** Passes each line on as it stands, with the line break at its end. */
  void split(SliceSink lines) throws IOException {
    int scanned = 0;
    boolean more = true;
    while (more || window.size() > 0) {
      int end = lineEnd(scanned);
      if (end < 0 && more && window.size() < MOST) {
        scanned = window.size();
        more = window.more();
        continue;
      }
      int length = end < 0 ? partEnd() : end + 1;
      lines.accept(window.part(0, length));
      window.drop(length);
      scanned = 0;
    }
  }

  /** Where to cut a line without an end: not within a character. */
  private int partEnd() {
    int end = Math.min(window.size(), MOST);
    while (end < window.size() && end > MOST - 4 && (window.at(end) & 0xc0) == 0x80) {
      end--;
    }
    return end;
  }

  private int lineEnd(int from) {
    Slice rest = window.part(from, window.size());
    byte[] bytes = rest.array();
    int end = rest.end();
    for (int i = rest.offset(); i < end; i++) {
      byte c = bytes[i];
      if (c <= '\r' && (c == '\n' || c == '\r')) {
        return from + i - rest.offset();
      }
    }
    return -1;
  }

  static Slice strip(Slice line) {
    byte[] bytes = line.array();
    int from = line.offset();
    int to = line.end();
    while (from < to && isSpace(bytes[from])) {
      from++;
    }
    while (to > from && isSpace(bytes[to - 1])) {
      to--;
    }
    return new Slice(bytes, from, to - from);
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f);
  }
}
