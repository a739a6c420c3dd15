package io.sleddog.forwarder.trace;

import java.util.ArrayList;
import java.util.List;

/** Splits lines of Redis commands into words; quotes hold spaces and line breaks together. */
final class RedisWords {
  private final String text;
  private final List<List<String>> lines = new ArrayList<>();
  private List<String> line = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  private RedisWords(String text) {
    this.text = text;
  }

  static List<List<String>> lines(String text) {
    RedisWords words = new RedisWords(text);
    words.read();
    return words.lines;
  }

  private void read() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        endLine();
      } else if (Character.isWhitespace(c)) {
        endWord();
      } else if ((c == '"' || c == '\'') && word.length() == 0) {
        i = quoted(i);
      } else {
        word.append(c);
      }
    }
    endLine();
  }

  /** Takes what stands in quotes; gives back where it ends. */
  private int quoted(int start) {
    char quote = text.charAt(start);
    int end = start + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, text.length() - 1);
    word.append(text, start, end + 1);
    return end;
  }

  private void endLine() {
    endWord();
    lines.add(line);
    line = new ArrayList<>();
  }

  private void endWord() {
    if (word.length() > 0) {
      line.add(word.toString());
      word.setLength(0);
    }
  }
}
