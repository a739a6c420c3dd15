package io.sleddog.forwarder.batch;

import java.util.Arrays;

/** The first index behind each log of a batch; numbers as they are, since there are millions. */
final class LogEnds {
  private static final int FIRST_SIZE = 64;

  private int[] ends = new int[FIRST_SIZE];
  private int count;

  /** How many logs there are. */
  int count() {
    return count;
  }

  /** Where a log ends, by its number from 0. */
  int of(int log) {
    return ends[log];
  }

  /** One log more. */
  void add(int end) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = end;
  }
}
