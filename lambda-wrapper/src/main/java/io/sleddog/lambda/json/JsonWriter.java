package io.sleddog.lambda.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as UTF-8 into a byte array that grows and is used again.
 *
 * <p>Commas and brackets are the caller's: {@link #ascii} takes them as they stand. Text is escaped
 * so that every decoder takes it: control characters as escapes, lone surrogates as U+FFFD. Not
 * safe for use by several threads.
 */
public final class JsonWriter {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  /** Which characters stand for themselves. */
  private static final boolean[] PLAIN = plain();

  private byte[] bytes;
  private int size;

  /** Characters on their way: reading them one by one from a string takes twice the time. */
  private final char[] chars = new char[128];

  /** Names that are known to have nothing to escape, each at the place that its hash tells. */
  private final @Nullable String[] names = new String[64];

  /** Begins with room for {@code capacity} bytes. */
  public JsonWriter(int capacity) {
    bytes = new byte[capacity];
  }

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  /** How many bytes fit without growing. */
  public int capacity() {
    return bytes.length;
  }

  /** Forgets all but the first {@code newSize} bytes. */
  public void cutTo(int newSize) {
    size = newSize;
  }

  /** The bytes from {@code from} to the end, as an array of their own. */
  public byte[] copyFrom(int from) {
    return Arrays.copyOfRange(bytes, from, size);
  }

  /** Writes characters as they stand; all must be ASCII. */
  @SuppressWarnings("deprecation") // what it does wrong with other characters does not matter here
  public JsonWriter ascii(String text) {
    int length = text.length();
    reserve(length);
    if (length == 1) {
      bytes[size] = (byte) text.charAt(0);
    } else {
      text.getBytes(0, length, bytes, size);
    }
    size += length;
    return this;
  }

  /** Writes bytes as they stand. */
  public JsonWriter bytes(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, bytes, size, to - from);
    size += to - from;
    return this;
  }

  /** Writes a quoted string, escaped. */
  public JsonWriter text(String text) {
    return text(text, 0, text.length());
  }

  /** Writes the characters from {@code from} to {@code to} as a quoted string, escaped. */
  public JsonWriter text(String text, int from, int to) {
    reserve(to - from + 2);
    bytes[size++] = '"';
    int at = from;
    while (at < to) {
      int end = Math.min(to, at + chars.length);
      text.getChars(at, end, chars, 0);
      at = characters(text, at, end, to);
    }
    bytes[size++] = '"';
    return this;
  }

  /** Writes what {@link #chars} hold of a text; gives the place behind it. */
  private int characters(String text, int from, int end, int to) {
    int at = from + plainCharacters(0, end - from);
    while (at < end) {
      at += 1 + rareCharacter(text, at, to);
      reserve(to - at + 1);
      at += plainCharacters(at - from, end - from);
    }
    return at;
  }

  /** Writes characters until one has to be escaped; gives how many. */
  private int plainCharacters(int from, int to) {
    char[] source = chars;
    byte[] target = bytes;
    int offset = size - from;
    int i = from;
    while (i < to && source[i] < 0x80 && PLAIN[source[i]]) {
      target[offset + i] = (byte) source[i];
      i++;
    }
    size = offset + i;
    return i - from;
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[0x80];
    Arrays.fill(plain, ' ', plain.length, true);
    plain['"'] = false;
    plain['\\'] = false;
    return plain;
  }

  /**
   * Writes the name of a member, quoted and escaped, and its colon. A name that came before and had
   * nothing to escape goes the short way.
   */
  @SuppressWarnings("ReferenceEquality") // another string of the same text goes the long way
  public JsonWriter name(String name) {
    int place = name.hashCode() & (names.length - 1);
    if (names[place] == name) {
      plainName(name);
      return this;
    }
    int before = size;
    text(name);
    if (size - before == name.length() + 2) {
      names[place] = name;
    }
    return ascii(":");
  }

  @SuppressWarnings("deprecation") // as in ascii
  private void plainName(String name) {
    int length = name.length();
    reserve(length + 3);
    byte[] target = bytes;
    int start = size;
    target[start] = '"';
    name.getBytes(0, length, target, start + 1);
    target[start + length + 1] = '"';
    target[start + length + 2] = ':';
    size = start + length + 3;
  }

  /** Writes a {@link String}, or a {@link Json} string as it stands in its source, quoted. */
  public JsonWriter text(Object text) {
    if (text instanceof Json) {
      ((Json) text).writeText(this);
      return this;
    }
    return text((String) text);
  }

  /** The same with at most {@code longest} characters, the last one then an ellipsis. */
  public JsonWriter text(Object text, int longest) {
    boolean event = text instanceof Json;
    int length = event ? ((Json) text).length() : ((String) text).length();
    if (length <= longest) {
      return text(text);
    }
    String whole = event ? ((Json) text).prefix(longest) : (String) text;
    return text(whole.substring(0, Math.min(longest, whole.length()) - 1) + "\u2026");
  }

  /** Writes an integer. */
  public JsonWriter integer(long value) {
    if (value == Long.MIN_VALUE) {
      return ascii("-9223372036854775808");
    }
    reserve(20);
    long rest = value;
    if (rest < 0) {
      bytes[size++] = '-';
      rest = -rest;
    }
    int end = size + digits(rest);
    for (int i = end - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size = end;
    return this;
  }

  /** Writes a finite number, without a fraction if it has none. */
  public JsonWriter decimal(double value) {
    if (value == (long) value && Math.abs(value) < 1e15) {
      return integer((long) value);
    }
    return ascii(Double.toString(value));
  }

  /** Writes an id as a quoted string of 16 lower-case hexadecimal digits. */
  public JsonWriter id(long id) {
    reserve(18);
    bytes[size++] = '"';
    hex(id);
    bytes[size++] = '"';
    return this;
  }

  /** Writes an id of two halves as a quoted string of 32 lower-case hexadecimal digits. */
  public JsonWriter id(long high, long low) {
    reserve(34);
    bytes[size++] = '"';
    hex(high);
    hex(low);
    bytes[size++] = '"';
    return this;
  }

  private void hex(long id) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      bytes[size++] = HEX[(int) (id >>> shift) & 0xf];
    }
  }

  private static int digits(long value) {
    int count = 1;
    for (long rest = value; rest > 9; rest /= 10) {
      count++;
    }
    return count;
  }

  /** Writes what is not plain ASCII; gives how many further characters it took. */
  private int rareCharacter(String text, int at, int end) {
    reserve(6);
    char c = text.charAt(at);
    if (c == '"' || c == '\\') {
      bytes[size++] = '\\';
      bytes[size++] = (byte) c;
    } else if (c < ' ') {
      controlCharacter(c);
    } else if (Character.isHighSurrogate(c)
        && at + 1 < end
        && Character.isLowSurrogate(text.charAt(at + 1))) {
      fourBytes(Character.toCodePoint(c, text.charAt(at + 1)));
      return 1;
    } else {
      twoOrThreeBytes(Character.isSurrogate(c) ? '\ufffd' : c);
    }
    return 0;
  }

  private void controlCharacter(char c) {
    bytes[size++] = '\\';
    if (c == '\n' || c == '\r' || c == '\t') {
      bytes[size++] = (byte) (c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
      return;
    }
    bytes[size++] = 'u';
    bytes[size++] = '0';
    bytes[size++] = '0';
    bytes[size++] = HEX[c >> 4];
    bytes[size++] = HEX[c & 0xf];
  }

  private void twoOrThreeBytes(char c) {
    if (c < 0x800) {
      bytes[size++] = (byte) (0xc0 | c >> 6);
    } else {
      bytes[size++] = (byte) (0xe0 | c >> 12);
      bytes[size++] = (byte) (0x80 | (c >> 6 & 0x3f));
    }
    bytes[size++] = (byte) (0x80 | (c & 0x3f));
  }

  private void fourBytes(int codePoint) {
    bytes[size++] = (byte) (0xf0 | codePoint >> 18);
    bytes[size++] = (byte) (0x80 | (codePoint >> 12 & 0x3f));
    bytes[size++] = (byte) (0x80 | (codePoint >> 6 & 0x3f));
    bytes[size++] = (byte) (0x80 | (codePoint & 0x3f));
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
