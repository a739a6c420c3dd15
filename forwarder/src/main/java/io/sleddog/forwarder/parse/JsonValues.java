package io.sleddog.forwarder.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;

/**
 * Splits a text of JSON objects: one behind the other, in an array, one to a line or over many
 * lines. What is no object, or has text behind it in its line, comes as the line that it is.
 */
final class JsonValues {
  private static final int LOOK = 128 << 10;

  private final TextWindow window;
  private int arrays;
  private int scanned;
  private int closed;
  private Nesting nesting = new Nesting();

  JsonValues(TextWindow window) {
    this.window = window;
  }

  /** Whether a text begins with an object, or an array of objects, that can be read. */
  static boolean startIn(TextWindow window) throws IOException {
    while (window.size() < LOOK && window.more()) {
      // the first value is to be in the window as a whole
    }
    Slice start = window.part(0, window.size());
    try (JsonParser parser = Json.parser(start.array(), start.offset(), start.length())) {
      JsonToken token = parser.nextToken();
      token = token == JsonToken.START_ARRAY ? parser.nextToken() : token;
      if (token != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT;
    } catch (IOException e) {
      return false;
    }
  }

  /** Passes each object on. */
  void parse(SliceSink values) throws IOException {
    boolean more = true;
    while (more || window.size() > 0) {
      int end = skipBetween(more) ? end() : -1;
      if (end < 0 && more && window.size() < Lines.MOST) {
        more = window.more();
        continue;
      }
      int length = end < 0 ? window.size() : end;
      Slice value = Lines.strip(window.part(0, length));
      if (value.length() > 0) {
        values.accept(value);
      }
      window.drop(length);
      reset();
    }
  }

  private int end() {
    if (closed > 0) {
      return behindObject();
    }
    return scanned > 0 || startsObject() ? objectEnd() : lineEnd(0);
  }

  /** Drops what stands between objects; false if what follows decides and is not read yet. */
  private boolean skipBetween(boolean more) {
    while (scanned == 0 && window.size() > 0) {
      byte c = window.at(0);
      if (c == '[' && visible(1) == window.size() && more) {
        return false;
      } else if (!isBetween(c)) {
        return true;
      }
      arrays += c == '[' ? 1 : c == ']' ? -1 : 0;
      window.drop(1);
    }
    return true;
  }

  private boolean isBetween(byte c) {
    if (c == '[') {
      int next = visible(1);
      return next < window.size() && "{]".indexOf(window.at(next)) >= 0;
    } else if (c == ']') {
      return arrays > 0;
    }
    return c == ',' || c == ' ' || (c >= 9 && c <= 13);
  }

  /**
   * The first index, from one on, of what is no white space; the window's size if there is none.
   */
  private int visible(int from) {
    int i = from;
    while (i < window.size()
        && (window.at(i) == ' ' || (window.at(i) >= 9 && window.at(i) <= 13))) {
      i++;
    }
    return i;
  }

  private boolean startsObject() {
    return window.size() > 0 && window.at(0) == '{';
  }

  private int lineEnd(int from) {
    for (int i = from; i < window.size(); i++) {
      if (window.at(i) == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** The index behind the object's last brace, or where another object begins on a new line. */
  private int objectEnd() {
    for (int i = scanned; i < window.size(); i++) {
      byte c = window.at(i);
      if (c == '\n' && i + 1 == window.size()) {
        scanned = i;
        return -1; // what follows it decides
      } else if (c == '\n' && window.at(i + 1) == '{') {
        return i;
      } else if (nesting.closesLast(c)) {
        closed = i + 1;
        scanned = closed;
        return behindObject();
      }
    }
    scanned = window.size();
    return -1;
  }

  /** The object's end, or its line's end if there is text in it behind the object. */
  private int behindObject() {
    while (scanned < window.size() && isBlank(window.at(scanned))) {
      scanned++;
    }
    if (scanned == window.size()) {
      return -1;
    }
    return "\n{[],".indexOf(window.at(scanned)) >= 0 ? closed : lineEnd(scanned);
  }

  private void reset() {
    scanned = 0;
    closed = 0;
    nesting = new Nesting();
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\r';
  }
}
