package io.sleddog.forwarder.parse;

import java.util.Locale;

/** Finds the name of the function that wrote to a log stream. */
final class LambdaNames {
  private static final int DATE_LENGTH = "2026/01/31/".length();
  private static final int ID_LENGTH = 32;

  private LambdaNames() {}

  /** The function's name in lower case; empty if the stream is not a function's. */
  static String of(String logGroup, String logStream) {
    String custom = fromStream(logStream);
    if (!custom.isEmpty()) {
      return custom.toLowerCase(Locale.ROOT);
    }
    String marker = "/lambda/";
    int start = logGroup.indexOf(marker);
    if (start < 0) {
      return "";
    }
    String rest = logGroup.substring(start + marker.length());
    int next = rest.indexOf(marker);
    return (next < 0 ? rest : rest.substring(0, next)).toLowerCase(Locale.ROOT);
  }

  /** The name in a stream {@code yyyy/mm/dd/NAME[VERSION]32hex} of a custom log group, or empty. */
  static String fromStream(String logStream) {
    int open = logStream.indexOf('[');
    int close = logStream.indexOf(']');
    boolean shaped =
        open > DATE_LENGTH
            && close > open + 1
            && logStream.length() == close + 1 + ID_LENGTH
            && isDate(logStream);
    if (!shaped) {
      return "";
    }
    String name = logStream.substring(DATE_LENGTH, open);
    String version = logStream.substring(open + 1, close);
    boolean valid =
        isName(name, "_.-", 75)
            && (version.equals("$LATEST") || isName(version, "_-", 129))
            && isHex(logStream.substring(close + 1));
    return valid ? name : "";
  }

  private static boolean isDate(String stream) {
    String form = "9999/19/39/";
    for (int i = 0; i < DATE_LENGTH; i++) {
      char most = form.charAt(i);
      char c = stream.charAt(i);
      boolean fits = most == '/' ? c == '/' : c >= '0' && c <= most;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String text, String marks, int most) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && marks.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= most;
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }
}
