package io.sleddog.forwarder.pattern;

/**
 * Turns a pattern of Python into one of RE2/J or of the JDK that matches the same.
 *
 * <p>Python's classes {@code \d}, {@code \w} and {@code \s} know all alphabets, RE2/J's do not, so
 * they are written out for it.
 */
final class PythonSyntax {
  private static final String SPACES =
      "\\t-\\r\\x1c-\\x20\\x85\\xa0\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}"
          + "\\x{205f}\\x{3000}";

  private final String python;
  private final StringBuilder out = new StringBuilder();
  private boolean forJava;
  private boolean inClass;
  private boolean looksAtTheEnd;
  private int at;

  PythonSyntax(String python) {
    this.python = python;
  }

  /** The pattern for RE2/J. */
  String forRe2() {
    return translated(false);
  }

  /** The pattern for the JDK. */
  String forJava() {
    return translated(true);
  }

  /** Whether the pattern that was translated has a {@code $}. */
  boolean looksAtTheEnd() {
    return looksAtTheEnd;
  }

  /** A group's name as the JDK takes it, which has letters and digits only. */
  static String javaName(String name) {
    return "n" + name.replace("_", "x5f");
  }

  private String translated(boolean java) {
    forJava = java;
    inClass = false;
    out.setLength(0);
    for (at = 0; at < python.length(); at++) {
      char c = python.charAt(at);
      if (c == '\\' && at + 1 < python.length()) {
        at++;
        escape(python.charAt(at));
      } else if (inClass) {
        member(c);
      } else {
        plain(c);
      }
    }
    return out.toString();
  }

  private void plain(char c) {
    if (c == '[') {
      openClass();
    } else if (c == '(' && forJava && python.startsWith("(?P<", at)) {
      name("(?P<", ">", "(?<");
    } else if (c == '(' && forJava && python.startsWith("(?P=", at)) {
      name("(?P=", ")", "\\k<");
    } else if (c == '{' && python.startsWith("{,", at)) {
      out.append("{0");
    } else {
      looksAtTheEnd |= c == '$';
      out.append(c);
    }
  }

  /** A bracket right behind the opening one is a member. */
  private void openClass() {
    inClass = true;
    out.append('[');
    if (python.startsWith("^", at + 1)) {
      out.append('^');
      at++;
    }
    if (python.startsWith("]", at + 1)) {
      out.append("\\]");
      at++;
    }
  }

  /** Brackets and ampersands in a class mean nothing in Python, and something to the engines. */
  private void member(char c) {
    inClass = c != ']';
    if (c == '[' || c == '&') {
      out.append('\\');
    }
    out.append(c);
  }

  private void name(String opening, String closing, String java) {
    int start = at + opening.length();
    int end = python.indexOf(closing, start);
    if (end < 0) {
      out.append(python.charAt(at));
      return;
    }
    out.append(java).append(javaName(python.substring(start, end))).append('>');
    at = end;
  }

  private void escape(char c) {
    switch (c) {
      case 'Z' -> out.append("\\z");
      case 'v' -> out.append("\\x0b");
      case 'b' -> out.append(inClass ? "\\x08" : "\\b");
      case 'u' -> code(4);
      case 'U' -> code(8);
      case 'd', 'w', 's' -> alphabet(c, members(c));
      case 'D', 'W', 'S' -> alphabet(c, inClass ? "" : "^" + members(Character.toLowerCase(c)));
      default -> out.append('\\').append(c);
    }
  }

  private void code(int digits) {
    String hex = python.substring(Math.min(at + 1, python.length()));
    if (hex.length() >= digits) {
      out.append("\\x{").append(hex, 0, digits).append('}');
      at += digits;
    } else {
      out.append('\\').append(python.charAt(at));
    }
  }

  /** The JDK knows all alphabets, if it is told to; what cannot be written out stays. */
  private void alphabet(char c, String members) {
    if (forJava || members.isEmpty()) {
      out.append('\\').append(c);
    } else if (inClass) {
      out.append(members);
    } else {
      out.append('[').append(members).append(']');
    }
  }

  private static String members(char c) {
    return switch (c) {
      case 'd' -> "\\p{Nd}";
      case 'w' -> "\\p{L}\\p{N}_";
      default -> SPACES;
    };
  }
}
