package io.sleddog.lambda.json;

import java.nio.charset.StandardCharsets;
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

  private static final @Nullable String[] NO_NAMES = {};
  private static final int MOST_NAMES = 128;
  private static final int LONGEST_NAME = 64;

  /** How far from its place a name may be when others are there already. */
  private static final int NEAR = 4;

  private static final int MOST_DIGITS = 19;
  private static final long BILLION = 1_000_000_000;

  /** A tenth of what is not negative and has 31 bits, by a product: the only division is dear. */
  private static final long TENTH = 0xcccc_cccdL;

  private static final int TENTH_BITS = 35;

  /** Which characters stand for themselves. */
  private static final boolean[] PLAIN = plain();

  private byte[] bytes;
  private int size;

  /** Characters on their way: reading them one by one from a string takes twice the time. */
  private final char[] chars = new char[128];

  /** Names that came before, each near the place that its hash tells. */
  private @Nullable String[] names = NO_NAMES;

  /** The same as they are written, with what stands around them. */
  private byte[][] encodedNames = {};

  /** Begins with room for {@code capacity} bytes. */
  public JsonWriter(int capacity) {
    bytes = new byte[capacity];
  }

  /** Characters as they stand, for {@link #bytes(byte[])}; all must be ASCII. */
  public static byte[] encoded(String ascii) {
    return ascii.getBytes(StandardCharsets.ISO_8859_1);
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
   * Writes a comma, the name of a member, quoted and escaped, and its colon. A name that came
   * before goes a shorter way.
   */
  @SuppressWarnings("ReferenceEquality") // another string of the same text goes the long way
  public JsonWriter name(String name) {
    int place = name.hashCode() & (MOST_NAMES - 1);
    for (int i = place; i < names.length && i < place + NEAR; i++) {
      if (names[i] == name) {
        byte[] encoded = encodedNames[i];
        return bytes(encoded);
      }
    }
    int before = size;
    ascii(",").text(name).ascii(":");
    if (name.length() <= LONGEST_NAME) {
      keep(name, place, copyFrom(before));
    }
    return this;
  }

  private void keep(String name, int hash, byte[] encoded) {
    if (names.length == 0) {
      names = new String[MOST_NAMES + NEAR];
      encodedNames = new byte[MOST_NAMES + NEAR][];
    }
    int place = hash;
    while (names[place] != null && place < hash + NEAR - 1) {
      place++;
    }
    names[place] = name;
    encodedNames[place] = encoded;
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
    if (longest == Integer.MAX_VALUE) {
      return text(text);
    }
    boolean event = text instanceof Json;
    int length = event ? ((Json) text).length() : ((String) text).length();
    if (length <= longest) {
      return text(text);
    }
    String whole = event ? ((Json) text).prefix(longest) : (String) text;
    return text(whole.substring(0, Math.min(longest, whole.length()) - 1) + "\u2026");
  }

  /** Writes bytes as they stand. */
  public JsonWriter bytes(byte[] source) {
    return bytes(source, 0, source.length);
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
    int begin = size;
    size += digits(rest);
    int end = size;
    // A division of long numbers takes several times as long as one of short ones.
    while (rest > Integer.MAX_VALUE) {
      long upper = rest / BILLION;
      digits((int) (rest - upper * BILLION), end - 9, end);
      end -= 9;
      rest = upper;
    }
    digits((int) rest, begin, end);
    return this;
  }

  /** Fills a place with the last digits of a number, and zeros in front. */
  private void digits(int number, int begin, int end) {
    byte[] target = bytes;
    long rest = number;
    for (int i = end - 1; i >= begin; i--) {
      long upper = (rest * TENTH) >>> TENTH_BITS;
      target[i] = (byte) ('0' + rest - upper * 10);
      rest = upper;
    }
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
    hex((int) (id >>> 32));
    hex((int) id);
  }

  private void hex(int half) {
    byte[] target = bytes;
    int end = size + 8;
    int rest = half;
    for (int i = end - 1; i >= size; i--) {
      target[i] = HEX[rest & 0xf];
      rest >>>= 4;
    }
    size = end;
  }

  private static int digits(long value) {
    int count = 1;
    long limit = 10;
    while (count < MOST_DIGITS && value >= limit) {
      limit *= 10;
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
