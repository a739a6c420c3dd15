package io.sleddog.local.runtime;

import java.time.Duration;

/**
 * How far a reader has come: the number of the last mark it met, and whether the pipe has ended.
 */
final class Marks {
  private long last;
  private boolean ended;

  synchronized void reached(long mark) {
    last = mark;
    notifyAll();
  }

  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Waits until the reader has met the mark or the end of its pipe; false if time ran out. */
  synchronized boolean await(long mark, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (last < mark && !ended) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
