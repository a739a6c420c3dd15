package io.sleddog.forwarder.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks for one word in many texts; it looks at every so many bytes only, as the word is long. */
public final class WordSearch {
  private static final int BYTES = 256;

  private final byte[] word;
  private final byte[] steps = new byte[BYTES];

  /** A search for a word of ASCII characters, up to 127 of them. */
  public WordSearch(String ascii) {
    this.word = ascii.getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(steps, (byte) word.length);
    for (int i = 0; i < word.length - 1; i++) {
      steps[word[i]] = (byte) (word.length - 1 - i);
    }
  }

  /** Whether the word is in a text. */
  public boolean isIn(Slice text) {
    byte[] bytes = text.array();
    int end = text.end();
    int tail = word.length - 1;
    for (int i = text.offset() + tail; i < end; i += steps[bytes[i] & 0xff]) {
      if (bytes[i] == word[tail] && stands(bytes, i - tail)) {
        return true;
      }
    }
    return false;
  }

  private boolean stands(byte[] bytes, int at) {
    for (int i = 0; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
