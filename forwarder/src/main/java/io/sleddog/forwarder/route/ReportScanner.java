package io.sleddog.forwarder.route;

/** Reads the words of a report line, one after the other, any white space between them. */
final class ReportScanner {
  private final String text;
  private int at;

  ReportScanner(String text, int start) {
    this.text = text;
    this.at = start;
  }

  /** Moves behind a word (which may hold spaces), if it stands here. */
  boolean word(String word) {
    int start = skipSpace();
    boolean here = text.startsWith(word, start);
    at = here ? start + word.length() : at;
    return here;
  }

  /** Moves behind whatever word stands here. */
  boolean anyWord() {
    int start = skipSpace();
    at = start;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at > start;
  }

  /** The number between a label and a unit; -1 if that does not stand here. */
  double number(String label, String unit) {
    int before = at;
    if (word(label)) {
      int start = skipSpace();
      int end = start;
      while (end < text.length() && "0123456789.".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      at = end;
      if (end > start && word(unit)) {
        try {
          return Double.parseDouble(text.substring(start, end));
        } catch (NumberFormatException ignored) {
          // two points in a number: not a report
        }
      }
    }
    at = before;
    return -1;
  }

  private int skipSpace() {
    int i = at;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
