package io.sleddog.forwarder.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Looks for some words in many texts, for all of them at once; it looks at every so many bytes
 * only, as the shortest word is long.
 */
public final class WordSearch {
  private static final int BYTES = 256;

  private final byte[][] words;
  private final int tail;
  private final byte[] steps = new byte[BYTES];
  private final boolean[] ends = new boolean[BYTES];

  /** A search for any of some words of ASCII characters, up to 127 of them in each. */
  public WordSearch(String... ascii) {
    this.words = new byte[ascii.length][];
    int shortest = Byte.MAX_VALUE;
    for (int i = 0; i < words.length; i++) {
      words[i] = ascii[i].getBytes(StandardCharsets.US_ASCII);
      shortest = Math.min(shortest, words[i].length);
    }
    this.tail = shortest - 1;
    Arrays.fill(steps, (byte) shortest);
    for (byte[] word : words) {
      ends[word[tail]] = true;
      for (int i = 0; i < tail; i++) {
        steps[word[i]] = (byte) Math.min(steps[word[i]], tail - i);
      }
    }
  }

  /** Whether one of the words is in a text. */
  public boolean isIn(Slice text) {
    byte[] bytes = text.array();
    int end = text.end();
    for (int i = text.offset() + tail; i < end; i += steps[bytes[i] & 0xff]) {
      if (ends[bytes[i] & 0xff] && begins(bytes, i - tail, end)) {
        return true;
      }
    }
    return false;
  }

  private boolean begins(byte[] bytes, int at, int end) {
    for (byte[] word : words) {
      if (at + word.length <= end && stands(word, bytes, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean stands(byte[] word, byte[] bytes, int at) {
    for (int i = 0; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
