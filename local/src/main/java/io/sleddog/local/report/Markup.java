package io.sleddog.local.report;

/** Text of others made safe for XML and HTML. */
final class Markup {
  private Markup() {}

  /**
   * The text with its markup quoted; characters that XML 1.0 cannot hold become U+FFFD.
   *
   * <p>See the production {@code Char} of the XML specification.
   */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  /** Lines as they are; a keyboard reaches them to scroll, since they may be long. */
  static String block(String text) {
    return "<pre tabindex=\"0\">" + escape(text) + "</pre>\n";
  }

  private static void append(StringBuilder safe, int point) {
    switch (point) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      default -> safe.appendCodePoint(isChar(point) ? point : 0xFFFD);
    }
  }

  private static boolean isChar(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
