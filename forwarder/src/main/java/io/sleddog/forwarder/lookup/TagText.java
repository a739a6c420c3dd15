package io.sleddog.forwarder.lookup;

import java.util.Locale;

/** A tag of AWS as Datadog writes it: {@code key:value} in lower case, of plain characters only. */
final class TagText {
  private static final int MOST = 200;

  private TagText() {}

  /** The tag; the key alone if there is no value. */
  static String of(String key, String value) {
    String name = name(key);
    if (value.isEmpty()) {
      return name;
    }
    String tag = name + ":" + cleaned(value);
    return tag.length() <= MOST ? tag : tag.substring(0, MOST);
  }

  /** A key may hold no colon and begin with neither a digit nor an underscore. */
  private static String name(String key) {
    String cleaned = cleaned(key.replace(':', '_'));
    int start = 0;
    while (start < cleaned.length() && isPoorStart(cleaned.charAt(start))) {
      start++;
    }
    return cleaned.substring(start);
  }

  private static boolean isPoorStart(char c) {
    return c == '_' || (c >= '0' && c <= '9');
  }

  /** In lower case, each run of other characters as one underscore, none at the end. */
  private static String cleaned(String text) {
    StringBuilder cleaned = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> append(c, cleaned));
    int end = cleaned.length();
    return end > 0 && cleaned.charAt(end - 1) == '_'
        ? cleaned.substring(0, end - 1)
        : cleaned.toString();
  }

  private static void append(int c, StringBuilder cleaned) {
    if (Character.isLetterOrDigit(c) || ":-./".indexOf(c) >= 0) {
      cleaned.appendCodePoint(c);
    } else if (cleaned.length() == 0 || cleaned.charAt(cleaned.length() - 1) != '_') {
      cleaned.append('_');
    }
  }
}
