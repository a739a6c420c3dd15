package io.sleddog.lambda.json;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Takes a JSON text as bytes and finds its values in one pass, without recursion.
 *
 * <p>It may take one text after another into the same memory: what it gave of one is void as soon
 * as it takes the next. Not safe for use by several threads.
 *
 * <p>The tape has two numbers a value: where it begins, and where it ends; where a container begins
 * stands with all bits turned, as a negative number. A string begins at its quote and ends at the
 * other one, as a negative number if it has escapes or is not ASCII. The end of a container is the
 * number of the value behind it. Names and values of an object take turns.
 */
public final class JsonReader extends OutputStream {
  /** Which bytes of a string stand for themselves and are ASCII. */
  private static final boolean[] PLAIN = plain();

  private static final int NOTHING = -1;

  private byte[] bytes;
  private int length;
  private int[] tape;
  private long outerNames;
  private int count;
  private int open = -1;

  /** The bracket that ends the open container. */
  private byte closing;

  /** Begins with room for {@code capacity} bytes, and grows. */
  public JsonReader(int capacity) {
    bytes = new byte[capacity];
    tape = new int[Math.max(16, capacity / 4)];
  }

  /** Reads one text where it is. */
  JsonReader(byte[] text) {
    bytes = text;
    length = text.length;
    tape = new int[Math.max(16, text.length / 8)];
  }

  /** How many bytes it keeps room for, its tape included. */
  public int capacity() {
    return bytes.length + Integer.BYTES * tape.length;
  }

  /** Forgets the text, and begins another. */
  public void clear() {
    length = 0;
  }

  @Override
  public void write(int one) {
    reserve(1);
    bytes[length++] = (byte) one;
  }

  @Override
  public void write(byte[] source, int from, int size) {
    reserve(size);
    System.arraycopy(source, from, bytes, length, size);
    length += size;
  }

  /** Takes what is left in {@code source}. */
  public void writeAll(ByteArrayInputStream source) {
    int size = source.available();
    reserve(size);
    length += Math.max(0, source.read(bytes, length, size));
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /** The outermost value; missing if the text is not JSON. */
  public Json read() {
    outerNames = 0;
    count = 0;
    open = -1;
    closing = 0;
    int at = value(skipBlanks(0));
    while (at >= 0 && open >= 0) {
      at = value(at);
    }
    return at >= 0 && skipBlanks(at) == length
        ? new Json(new JsonText(bytes, tape, outerNames), 0, count)
        : Json.MISSING;
  }

  // Each of the following takes the place where it begins, and gives the place behind what it read,
  // or NOTHING.

  /** Reads one value, or the begin of one, and all that closes behind it. */
  private int value(int at) {
    if (at >= length) {
      return NOTHING;
    }
    byte first = bytes[at];
    if (first == '"') {
      return behind(string(at));
    }
    return first == '{' || first == '[' ? begin(at, first) : behind(literal(at));
  }

  private int begin(int at, byte bracket) {
    int container = add(~at);
    tape[2 * container + 1] = open;
    open = container;
    closing = closing(bracket);
    int inside = skipBlanks(at + 1);
    if (inside < length && bytes[inside] == closing) {
      return behind(inside);
    }
    return bracket == '[' ? inside : name(inside);
  }

  private static byte closing(byte bracket) {
    return (byte) (bracket == '{' ? '}' : ']');
  }

  /** Goes on behind a value: to the next one of its container, or out of all that end here. */
  private int behind(int value) {
    int at = value;
    while (at >= 0 && open >= 0) {
      at = skipBlanks(at);
      if (at >= length) {
        return NOTHING;
      }
      byte found = bytes[at++];
      if (found == ',') {
        at = skipBlanks(at);
        return closing == ']' ? at : name(at);
      }
      if (found != closing) {
        return NOTHING;
      }
      closeContainer();
    }
    return at;
  }

  private void closeContainer() {
    int outer = tape[2 * open + 1];
    tape[2 * open + 1] = count;
    open = outer;
    if (outer >= 0) {
      closing = closing(bytes[~tape[2 * outer]]);
    }
  }

  private int name(int at) {
    int name = count;
    if (at >= length || bytes[at] != '"') {
      return NOTHING;
    }
    int end = string(at);
    if (end < 0) {
      return NOTHING;
    }
    if (open == 0) {
      outerNames |= JsonText.bit(bytes, tape[2 * name], tape[2 * name + 1]);
    }
    int colon = skipBlanks(end);
    return colon < length && bytes[colon] == ':' ? skipBlanks(colon + 1) : NOTHING;
  }

  private int string(int at) {
    int node = add(at);
    int end = plainEnd(bytes, at + 1, length);
    if (end < length && bytes[end] == '"') {
      tape[2 * node + 1] = end;
      return end + 1;
    }
    return rareString(node, end);
  }

  /** Where the first byte stands that does not stand for itself, or {@code to}. */
  private static int plainEnd(byte[] text, int from, int to) {
    int i = from;
    while (i < to && PLAIN[text[i] & 0xff]) {
      i++;
    }
    return i;
  }

  /** Reads on at a byte of a string that is escaped, not ASCII, or not allowed. */
  private int rareString(int node, int from) {
    int i = from;
    while (i < length && (bytes[i] < 0 || bytes[i] >= ' ')) {
      if (bytes[i] == '"') {
        tape[2 * node + 1] = -i;
        return i + 1;
      }
      i = plainEnd(bytes, i + (bytes[i] == '\\' ? 2 : 1), length);
    }
    return NOTHING;
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[0x100];
    Arrays.fill(plain, ' ', 0x80, true);
    plain['"'] = false;
    plain['\\'] = false;
    return plain;
  }

  private int literal(int at) {
    int node = add(at);
    int i = at;
    while (i < length && isLiteral(bytes[i])) {
      i++;
    }
    tape[2 * node + 1] = i;
    return i > at && isKnown(at, i) ? i : NOTHING;
  }

  private static boolean isLiteral(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || b == '-'
        || b == '+'
        || b == '.'
        || b == 'E';
  }

  private boolean isKnown(int from, int to) {
    switch (bytes[from]) {
      case 't':
        return is("true", from, to);
      case 'f':
        return is("false", from, to);
      case 'n':
        return is("null", from, to);
      default:
        return isNumber(from, to);
    }
  }

  private boolean is(String word, int from, int to) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] != word.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNumber(int from, int to) {
    boolean digit = false;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      digit |= b >= '0' && b <= '9';
      if (b >= 'a' && b != 'e') {
        return false;
      }
    }
    return digit && bytes[from] != '+' && bytes[from] != '.' && bytes[from] != 'e';
  }

  private int add(int start) {
    if (2 * count + 2 > tape.length) {
      tape = Arrays.copyOf(tape, tape.length * 2);
    }
    tape[2 * count] = start;
    return count++;
  }

  private int skipBlanks(int from) {
    byte[] text = bytes;
    int at = from;
    while (at < length && text[at] <= ' ' && text[at] >= 0) {
      at++;
    }
    return at;
  }
}
