package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.model.Slice;

/**
 * Finds the end of a log event that is no JSON, or nested too deeply, by its braces alone, so that
 * the events behind it are not lost with it.
 */
final class BrokenEvent {
  private final Slice text;
  private final Nesting nesting = new Nesting();

  private BrokenEvent(Slice text) {
    this.text = text;
  }

  /**
   * Where the event ends.
   *
   * @param rest of an array, from the event, or the comma or bracket in front of it
   * @return the index behind its last brace, or the length of the rest if that cannot be told
   */
  static int end(Slice rest) {
    int start = start(rest);
    if (start == rest.length() || at(rest, start) != '{') {
      return rest.length();
    }
    return new BrokenEvent(rest).find(start);
  }

  /** The event without what is in front of it. */
  static Slice text(Slice rest, int end) {
    int start = Math.min(start(rest), end);
    return new Slice(rest.array(), rest.offset() + start, end - start);
  }

  private static int start(Slice rest) {
    int start = 0;
    while (start < rest.length() && "[, \t\r\n".indexOf(at(rest, start)) >= 0) {
      start++;
    }
    return start;
  }

  private int find(int start) {
    for (int i = start; i < text.length(); i++) {
      if (nesting.closesLast(at(text, i))) {
        return isFollowed(i + 1) ? i + 1 : text.length();
      }
    }
    return text.length();
  }

  /** Whether there is another event, or the array's end. */
  private boolean isFollowed(int from) {
    int i = from;
    while (i < text.length() && " \t\r\n".indexOf(at(text, i)) >= 0) {
      i++;
    }
    return i < text.length() && (at(text, i) == ',' || at(text, i) == ']');
  }

  private static byte at(Slice text, int index) {
    return text.array()[text.offset() + index];
  }
}
