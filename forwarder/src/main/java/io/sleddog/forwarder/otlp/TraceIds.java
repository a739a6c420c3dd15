package io.sleddog.forwarder.otlp;

/**
 * Finds the ids by which a log belongs to a span, as {@code dd.trace_id=…} or {@code
 * "dd.trace_id":"…"} in its text: decimal, or of 32 hexadecimal digits.
 */
final class TraceIds {
  private static final int HALF = 16;
  private static final int WHOLE = 32;
  private static final int MOST_BETWEEN = 6;

  private TraceIds() {}

  /** The trace's id as 32 digits; empty if there is none. */
  static String trace(String text) {
    String digits = hex(after(text, "dd.trace_id"));
    return digits.isEmpty() ? "" : "0".repeat(WHOLE - digits.length()) + digits;
  }

  /** The span's id as 16 digits; empty if there is none. */
  static String span(String text) {
    String digits = hex(after(text, "dd.span_id"));
    return digits.isEmpty() || digits.length() > HALF
        ? ""
        : "0".repeat(HALF - digits.length()) + digits;
  }

  private static String after(String text, String name) {
    int at = text.indexOf(name);
    if (at < 0) {
      return "";
    }
    int start = at + name.length();
    int end = start;
    while (start < text.length() && start - end < MOST_BETWEEN && !isHex(text.charAt(start))) {
      start++;
    }
    end = start;
    while (end < text.length() && isHex(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static String hex(String id) {
    if (id.length() == WHOLE) {
      return isZero(id) ? "" : id;
    }
    try {
      long number = Long.parseUnsignedLong(id);
      return number == 0 ? "" : Long.toHexString(number);
    } catch (NumberFormatException ignored) {
      return ""; // some other word; the log stays without a trace
    }
  }

  private static boolean isZero(String id) {
    return id.chars().allMatch(c -> c == '0');
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
