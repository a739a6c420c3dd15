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
 * <p>The tape has two numbers a value: where it begins, and where it ends. A string begins at its
 * quote and ends at the other one, as a negative number if it has escapes or is not ASCII. The end
 * of a container is the number of the value behind it. Names and values of an object take turns.
 */
public final class JsonReader extends OutputStream {
  /** Which bytes of a string stand for themselves and are ASCII. */
  private static final boolean[] PLAIN = plain();

  private byte[] bytes;
  private int length;
  private int[] tape;
  private long outerNames;
  private int count;
  private int at;
  private int open = -1;

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
    at = 0;
    open = -1;
    skipBlanks();
    boolean going = true;
    while (going) {
      if (!value()) {
        return Json.MISSING;
      }
      going = open >= 0;
    }
    skipBlanks();
    return at == length ? new Json(new JsonText(bytes, tape, outerNames), 0, count) : Json.MISSING;
  }

  /** Reads one value, or the begin of one, and all that closes behind it. */
  private boolean value() {
    if (at >= length) {
      return false;
    }
    byte first = bytes[at];
    if (first == '{' || first == '[') {
      return begin(first);
    }
    return (first == '"' ? string() : literal()) && continueOrClose();
  }

  private boolean begin(byte bracket) {
    int container = add(at);
    tape[2 * container + 1] = open;
    open = container;
    at++;
    skipBlanks();
    if (at < length && bytes[at] == closing(bracket)) {
      return continueOrClose();
    }
    return bracket == '[' || name();
  }

  /** Goes on behind a value: to the next one of its container, or out of all that end here. */
  private boolean continueOrClose() {
    while (open >= 0) {
      skipBlanks();
      if (at >= length) {
        return false;
      }
      byte bracket = bytes[tape[2 * open]];
      byte found = bytes[at++];
      if (found == ',') {
        skipBlanks();
        return bracket == '[' || name();
      }
      if (found != closing(bracket)) {
        return false;
      }
      int outer = tape[2 * open + 1];
      tape[2 * open + 1] = count;
      open = outer;
    }
    return true;
  }

  private boolean name() {
    int name = count;
    if (at >= length || bytes[at] != '"' || !string()) {
      return false;
    }
    if (open == 0) {
      noteOuter(tape[2 * name], tape[2 * name + 1]);
    }
    skipBlanks();
    if (at >= length || bytes[at++] != ':') {
      return false;
    }
    skipBlanks();
    return true;
  }

  /** Any name may have been meant by one that has escapes. */
  private void noteOuter(int start, int end) {
    outerNames |= end < 0 ? -1 : JsonText.bit(end - start - 1, bytes[end - 1]);
  }

  private boolean string() {
    int node = add(at);
    byte[] text = bytes;
    int end = length;
    int i = at + 1;
    boolean plain = true;
    while (true) {
      while (i < end && PLAIN[text[i] & 0xff]) {
        i++;
      }
      if (i >= end || (text[i] >= 0 && text[i] < ' ')) {
        return false;
      }
      if (text[i] == '"') {
        tape[2 * node + 1] = plain ? i : -i;
        at = i + 1;
        return true;
      }
      i += text[i] == '\\' ? 2 : 1;
      plain = false;
    }
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[0x100];
    Arrays.fill(plain, ' ', 0x80, true);
    plain['"'] = false;
    plain['\\'] = false;
    return plain;
  }

  private boolean literal() {
    int node = add(at);
    int i = at;
    while (i < length && isLiteral(bytes[i])) {
      i++;
    }
    tape[2 * node + 1] = i;
    boolean known = i > at && isKnown(at, i);
    at = i;
    return known;
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

  private static byte closing(byte bracket) {
    return (byte) (bracket == '{' ? '}' : ']');
  }

  private int add(int start) {
    if (2 * count + 2 > tape.length) {
      tape = Arrays.copyOf(tape, tape.length * 2);
    }
    tape[2 * count] = start;
    return count++;
  }

  private void skipBlanks() {
    while (at < length && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
  }
}
