package io.sleddog.forwarder.parse;

/** Where a JSON text closes what it has opened, by braces, brackets and quotes alone. */
final class Nesting {
  private int depth;
  private boolean inString;
  private boolean escaped;

  /** Takes the text's next byte; whether it closes the outermost object or array. */
  boolean closesLast(byte c) {
    if (inString) {
      inString = escaped || c != '"';
      escaped = !escaped && c == '\\';
      return false;
    }
    return closes(c);
  }

  private boolean closes(byte c) {
    switch (c) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}', ']' -> {
        depth--;
        return depth == 0;
      }
      default -> {}
    }
    return false;
  }
}
