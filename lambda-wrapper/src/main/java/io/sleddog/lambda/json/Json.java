package io.sleddog.lambda.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value inside a JSON text whose bytes were indexed once.
 *
 * <p>Nothing is copied or decoded before it is asked for. A look-up that finds nothing gives {@link
 * #MISSING}, on which every further look-up finds nothing too, so that a path needs no checks.
 */
public final class Json {
  /** No value at all. */
  public static final Json MISSING = new Json(new JsonText(new byte[1], new int[2], 0), -1, 0);

  private static final int MOST_DIGITS = 18;

  private final JsonText text;
  private final int node;
  private final int limit;

  Json(JsonText text, int node, int limit) {
    this.text = text;
    this.node = node;
    this.limit = limit;
  }

  /** The value that a text holds; {@link #MISSING} if it is not JSON. */
  public static Json parse(byte[] text) {
    return new JsonReader(text).read();
  }

  /** A string of this text, escaped once for all the lines that it is written into. */
  public static Json ofText(String text) {
    return parse(new JsonWriter(text.length() + 2).text(text).copyFrom(0));
  }

  /** This string behind another one, copied without being decoded; both must be strings. */
  public Json behind(Json front) {
    int middle = front.text.sourceEnd(front.node) - front.offset() - 1;
    int from = text.start(node) + 1;
    int rest = text.sourceEnd(node) - from;
    byte[] joined = new byte[middle + rest];
    System.arraycopy(front.text.bytes, front.offset(), joined, 0, middle);
    System.arraycopy(text.bytes, from, joined, middle, rest);
    int end = joined.length - 1;
    boolean plain = text.isPlain(node) && front.text.isPlain(front.node);
    return new Json(new JsonText(joined, new int[] {0, plain ? end : -end}, 0), 0, 1);
  }

  /** The value that a text holds; {@link #MISSING} if it is null or not JSON. */
  public static Json parse(@Nullable String text) {
    return text == null ? MISSING : parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Where it begins in the bytes that were parsed. */
  public int offset() {
    return exists() ? text.start(node) : 0;
  }

  /** Whether there is a value, which may be {@code null}. */
  public boolean exists() {
    return node >= 0;
  }

  /** Whether there is a value other than {@code null}. */
  public boolean isPresent() {
    return exists() && kind() != 'n';
  }

  /** Whether it is an object. */
  public boolean isObject() {
    return kind() == '{';
  }

  /** Whether it is an array. */
  public boolean isArray() {
    return kind() == '[';
  }

  /** Whether it is a string. */
  public boolean isString() {
    return kind() == '"';
  }

  /** Whether it is a string, a number, true or false. */
  public boolean isScalar() {
    byte kind = kind();
    return kind != 0 && kind != '{' && kind != '[' && kind != 'n';
  }

  /** Whether it is there and neither null, false, 0 nor empty. */
  public boolean isTruthy() {
    switch (kind()) {
      case '{':
      case '[':
        return first().exists();
      case '"':
        return contentEnd() > contentStart();
      case 't':
        return true;
      case 0:
      case 'n':
      case 'f':
        return false;
      default:
        return integer(0) != 0 || decimal(0) != 0;
    }
  }

  /** The member of an object. */
  public Json get(String name) {
    return member(isObject() ? text.find(node, name) : 0);
  }

  /** The member of an object, whose name may be in any case; {@code lowerCaseName} is ASCII. */
  public Json getIgnoringCase(String lowerCaseName) {
    return member(isObject() ? text.findIgnoringCase(node, lowerCaseName) : 0);
  }

  private Json member(int value) {
    return value == 0 ? MISSING : new Json(text, value, text.tape[2 * node + 1]);
  }

  /**
   * A bit for each name of an object: {@link #getIgnoringCase} finds no name whose {@link #nameBit}
   * is not among them.
   */
  public long nameBits() {
    return isObject() ? text.names(node) : 0;
  }

  /** The bit of a name in {@link #nameBits}. */
  public static long nameBit(String lowerCaseName) {
    return JsonText.bit(lowerCaseName);
  }

  /** The first element of an array, or the name of the first member of an object. */
  public Json first() {
    int end = isObject() || isArray() ? text.tape[2 * node + 1] : 0;
    return node + 1 < end ? new Json(text, node + 1, end) : MISSING;
  }

  /** What follows inside the same container: the next element; behind a name its value. */
  public Json next() {
    int following = exists() ? after(node) : limit;
    return following < limit ? new Json(text, following, limit) : MISSING;
  }

  /** The text of a string; null if it is none. */
  public @Nullable String text() {
    return isString() ? text.decode(node) : null;
  }

  /** Whether it is a string of that text without any escapes, or nothing at all like null. */
  public boolean is(@Nullable String expected) {
    return expected == null
        ? !exists()
        : isString() && length() == expected.length() && text.matches(node, expected);
  }

  /** Whether both are strings and written the same, or both are nothing at all. */
  public boolean isSame(Json other) {
    if (!isString() || !other.isString()) {
      return !exists() && !other.exists();
    }
    return Arrays.equals(
        text.bytes,
        contentStart(),
        contentEnd(),
        other.text.bytes,
        other.contentStart(),
        other.contentEnd());
  }

  /** The first characters of a string or another scalar; empty if it is none. */
  public String prefix(int maxCharacters) {
    if (!isString()) {
      return isScalar() ? source() : "";
    }
    String prefix = text.decodePrefix(node, maxCharacters);
    return prefix.length() <= maxCharacters ? prefix : prefix.substring(0, maxCharacters);
  }

  /** The text of a string, a number, {@code true} or {@code false}; null for anything else. */
  public @Nullable String scalar() {
    if (isString()) {
      return text();
    }
    return isScalar() ? source() : null;
  }

  /** How many bytes the text of a scalar has in its source; 0 for anything else. */
  public int length() {
    return isScalar() ? contentEnd() - contentStart() : 0;
  }

  /** The number, also one that stands in a string; a fraction is cut off. */
  public long integer(long otherwise) {
    if (isObject() || isArray()) {
      return otherwise;
    }
    long value = digits(MOST_DIGITS);
    return value < 0 ? rounded(otherwise) : value;
  }

  /**
   * The number of 64 bits without a sign, also one that stands in a string with blanks around; 0
   * for anything else.
   */
  public long unsigned() {
    long value = isScalar() ? digits(MOST_DIGITS + 1) : 0;
    if (value != -1) {
      return value;
    }
    try {
      return Long.parseUnsignedLong(String.valueOf(scalar()).trim());
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  /** The number that its characters make up; -1 if not all are digits, or if they are too many. */
  private long digits(int most) {
    int at = contentStart();
    int end = contentEnd();
    if (at >= end || end - at > most) {
      return -1;
    }
    byte[] bytes = text.bytes;
    long value = 0;
    for (; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private long rounded(long otherwise) {
    double value = decimal(Double.NaN);
    return Double.isNaN(value) ? otherwise : (long) value;
  }

  /** The number, also one that stands in a string. */
  public double decimal(double otherwise) {
    String number = scalar();
    if (number == null) {
      return otherwise;
    }
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  /** The value as it stands in its source; a string with its quotes. */
  public String source() {
    int from = offset();
    int to = exists() ? text.sourceEnd(node) : 0;
    return new String(text.bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Writes a string, or whatever {@link #scalar} gives, as a quoted string. */
  void writeText(JsonWriter writer) {
    int start = node < 0 ? -1 : text.tape[2 * node];
    int end = start < 0 ? 0 : text.tape[2 * node + 1];
    if (end > 0 && text.bytes[start] == '"') {
      writer.bytes(text.bytes, start, end + 1);
    } else {
      writer.text(String.valueOf(scalar()));
    }
  }

  private byte kind() {
    return node < 0 ? 0 : text.kind(node);
  }

  private int after(int value) {
    return text.after(value);
  }

  private int contentStart() {
    return node < 0 ? 0 : text.start(node) + (isString() ? 1 : 0);
  }

  private int contentEnd() {
    return node < 0 ? 0 : Math.abs(text.tape[2 * node + 1]);
  }
}
