package io.sleddog.lambda.json;

import java.nio.charset.StandardCharsets;

/** A JSON text with the places of its values, as a {@link JsonReader} found them. */
final class JsonText {
  /** How many bytes an escaped character may take. */
  private static final int LONGEST_ESCAPE = 6;

  final byte[] bytes;
  final int[] tape;

  /** A bit for each name of the outermost object: where a name's is missing, the name is. */
  private final long outerNames;

  JsonText(byte[] bytes, int[] tape, long outerNames) {
    this.bytes = bytes;
    this.tape = tape;
    this.outerNames = outerNames;
  }

  /** The bit of a name: by its length and its last character, whose case does not count. */
  static long bit(String name) {
    int length = name.length();
    return length == 0 ? -1 : bit(length, name.charAt(length - 1));
  }

  /** The same of a name in a text; all bits for one that has escapes, which may read anything. */
  static long bit(byte[] text, int quote, int end) {
    return end - quote <= 1 ? -1 : bit(end - quote - 1, text[end - 1]);
  }

  private static long bit(int length, int last) {
    return 1L << (31 * length + (last | 0x20));
  }

  /** The bits of the names of an object. */
  long names(int object) {
    int[] nodes = tape;
    byte[] text = bytes;
    long names = 0;
    int end = nodes[2 * object + 1];
    for (int key = object + 1; key < end; key = afterMember(nodes, key)) {
      names |= bit(text, nodes[2 * key], nodes[2 * key + 1]);
    }
    return names;
  }

  /** The value of an object's member; 0 if it has none of that name. */
  int find(int object, String name) {
    int length = name.length();
    if (object == 0 && length > 0 && (outerNames & bit(length, name.charAt(length - 1))) == 0) {
      return 0;
    }
    int[] nodes = tape;
    int end = nodes[2 * object + 1];
    for (int key = object + 1; key < end; key = afterMember(nodes, key)) {
      int size = nodes[2 * key + 1] - nodes[2 * key] - 1;
      if (size == length ? matches(key, name) : size < 0 && decode(key).equals(name)) {
        return key + 1;
      }
    }
    return 0;
  }

  /** The key behind a member. */
  private static int afterMember(int[] nodes, int key) {
    int value = 2 * key + 2;
    return nodes[value] < 0 ? nodes[value + 1] : key + 2;
  }

  boolean matches(int key, String name) {
    byte[] text = bytes;
    int start = tape[2 * key] + 1;
    for (int i = name.length() - 1; i >= 0; i--) {
      if (text[start + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The same by a name in any case; {@code name} is ASCII in lower case. */
  int findIgnoringCase(int object, String name) {
    int length = name.length();
    int[] nodes = tape;
    int end = nodes[2 * object + 1];
    for (int key = object + 1; key < end; key = afterMember(nodes, key)) {
      int size = nodes[2 * key + 1] - nodes[2 * key] - 1;
      if (size == length
          ? matchesIgnoringCase(key, name)
          : size < 0 && decode(key).equalsIgnoreCase(name)) {
        return key + 1;
      }
    }
    return 0;
  }

  private boolean matchesIgnoringCase(int key, String name) {
    byte[] text = bytes;
    int start = tape[2 * key] + 1;
    for (int i = name.length() - 1; i >= 0; i--) {
      int b = text[start + i];
      int lower = b >= 'A' && b <= 'Z' ? b + 32 : b;
      if (lower != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a string is ASCII without escapes. */
  boolean isPlain(int node) {
    return tape[2 * node + 1] > 0;
  }

  /** The number of the value behind {@code node} and all that is inside it. */
  int after(int node) {
    return tape[2 * node] < 0 ? tape[2 * node + 1] : node + 1;
  }

  /** Where a value begins. */
  int start(int node) {
    int start = tape[2 * node];
    return start < 0 ? ~start : start;
  }

  /** The first character of a value. */
  byte kind(int node) {
    return bytes[start(node)];
  }

  /** Where the text of a value ends in the source. */
  int sourceEnd(int node) {
    byte kind = kind(node);
    if (kind == '"') {
      return Math.abs(tape[2 * node + 1]) + 1;
    }
    if (kind != '{' && kind != '[') {
      return tape[2 * node + 1];
    }
    int last = tape[2 * node + 1] - 1;
    int depth = 1;
    int at = start(node) + 1;
    if (last > node) {
      // Only brackets and blanks lie between the end of the last value inside and our own bracket.
      depth = openAt(node, last);
      at = isContainer(last) ? start(last) + 1 : sourceEnd(last);
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
  private int openAt(int node, int last) {
    int depth = 1;
    for (int inner = node + 1; inner <= last; inner++) {
      depth += isContainer(inner) && tape[2 * inner + 1] == last + 1 ? 1 : 0;
    }
    return depth;
  }

  private boolean isContainer(int node) {
    return tape[2 * node] < 0;
  }

  /** The text of a string. Bytes that are not UTF-8 become U+FFFD. */
  String decode(int node) {
    return decodePrefix(node, Integer.MAX_VALUE / LONGEST_ESCAPE);
  }

  /** The text of a string, or at least its first characters if it has more. */
  String decodePrefix(int node, int characters) {
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
