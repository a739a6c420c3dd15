package io.sleddog.lambda.json;

import java.nio.charset.StandardCharsets;

/** Reads single values off the tape of a {@link JsonIndexer}. */
final class JsonText {
  /** How many bytes an escaped character may take. */
  private static final int LONGEST_ESCAPE = 6;

  private JsonText() {}

  /** The number of the value behind {@code node} and all that is inside it. */
  static int after(byte[] bytes, int[] tape, int node) {
    byte kind = bytes[tape[2 * node]];
    return kind == '{' || kind == '[' ? tape[2 * node + 1] : node + 1;
  }

  /** Where the text of a value ends in the source. */
  static int sourceEnd(byte[] bytes, int[] tape, int node) {
    byte kind = bytes[tape[2 * node]];
    if (kind == '"') {
      return Math.abs(tape[2 * node + 1]) + 1;
    }
    if (kind != '{' && kind != '[') {
      return tape[2 * node + 1];
    }
    int last = tape[2 * node + 1] - 1;
    int depth = 1;
    int at = tape[2 * node] + 1;
    if (last > node) {
      // Only brackets and blanks lie between the end of the last value inside and our own bracket.
      depth = openAt(bytes, tape, node, last);
      at = isContainer(bytes, tape, last) ? tape[2 * last] + 1 : sourceEnd(bytes, tape, last);
    }
    while (depth > 0) {
      byte b = bytes[at++];
      depth -= b == '}' || b == ']' ? 1 : 0;
    }
    return at;
  }

  /**
   * How many containers are open behind {@code last}, which is the last value inside {@code node}.
   */
  private static int openAt(byte[] bytes, int[] tape, int node, int last) {
    int depth = 1;
    for (int inner = node + 1; inner <= last; inner++) {
      depth += isContainer(bytes, tape, inner) && tape[2 * inner + 1] == last + 1 ? 1 : 0;
    }
    return depth;
  }

  private static boolean isContainer(byte[] bytes, int[] tape, int node) {
    byte kind = bytes[tape[2 * node]];
    return kind == '{' || kind == '[';
  }

  /** Whether a string reads {@code expected}. */
  static boolean equal(byte[] bytes, int[] tape, int node, String expected) {
    int start = tape[2 * node] + 1;
    int end = tape[2 * node + 1];
    if (end < 0) {
      return decode(bytes, tape, node).equals(expected);
    }
    int length = expected.length();
    if (end - start != length) {
      return false;
    }
    for (int i = length - 1; i >= 0; i--) {
      if (bytes[start + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a string reads {@code expected}, which is ASCII in lower case, in whatever case. */
  static boolean equalIgnoringCase(byte[] bytes, int[] tape, int node, String expected) {
    int start = tape[2 * node] + 1;
    int end = tape[2 * node + 1];
    if (end < 0) {
      return decode(bytes, tape, node).equalsIgnoreCase(expected);
    }
    int length = expected.length();
    if (end - start != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      int b = bytes[start + i];
      int lower = b >= 'A' && b <= 'Z' ? b + 32 : b;
      if (lower != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The text of a string. Bytes that are not UTF-8 become U+FFFD. */
  static String decode(byte[] bytes, int[] tape, int node) {
    return decodePrefix(bytes, tape, node, Integer.MAX_VALUE / LONGEST_ESCAPE);
  }

  /** The text of a string, or at least its first characters if it has more. */
  static String decodePrefix(byte[] bytes, int[] tape, int node, int characters) {
    int start = tape[2 * node] + 1;
    int length = Math.abs(tape[2 * node + 1]) - start;
    if (tape[2 * node + 1] >= 0) {
      return new String(bytes, start, Math.min(length, characters), StandardCharsets.ISO_8859_1);
    }
    int enough = Math.min(length, characters * LONGEST_ESCAPE);
    String raw = new String(bytes, start, enough, StandardCharsets.UTF_8);
    return raw.indexOf('\\') < 0 ? raw : withoutEscapes(raw);
  }

  private static String withoutEscapes(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      if (at == raw.length()) {
        break;
      }
      char escaped = raw.charAt(at++);
      if (escaped == 'u') {
        text.append(codeUnit(raw, at));
        at = Math.min(at + 4, raw.length());
      } else {
        text.append(control(escaped));
      }
    }
    return text.toString();
  }

  private static char control(char escaped) {
    switch (escaped) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      default:
        return escaped;
    }
  }

  private static char codeUnit(String raw, int at) {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = i < raw.length() ? Character.digit(raw.charAt(i), 16) : -1;
      if (digit < 0) {
        return '\ufffd';
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }
}
