package io.sleddog.lambda;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the trace of an invocation that is about to be stopped by its timeout. One daemon thread,
 * begun with the first invocation, sleeps until the earliest deadline; an invocation that ends in
 * time costs it nothing.
 */
final class Watchdog implements Runnable {
  /** How long before the deadline it acts. */
  private static final long MARGIN_NANOS = 80_000_000;

  /** The runtime does not say when it stops the invocation. */
  static final long NEVER = Long.MAX_VALUE;

  private final List<Observation> watched = new ArrayList<>(2);
  private boolean begun;
  private boolean idle;

  /** Begins to watch an invocation, unless it has no end that is known. */
  synchronized void watch(Observation observation) {
    if (observation.actAtNanos() == NEVER) {
      return;
    }
    watched.add(observation);
    if (!begun) {
      begun = true;
      Thread thread = new Thread(this, "sleddog-watchdog");
      thread.setDaemon(true);
      thread.start();
    } else if (idle) {
      notifyAll();
    }
  }

  /** The invocation ended by itself. */
  synchronized void release(Observation observation) {
    watched.remove(observation);
  }

  /**
   * When to act for an invocation that has this long left, in {@link System#nanoTime} terms. A
   * context that is not the runtime's own may say that nothing is left: that is never.
   */
  static long actAt(long nowNanos, long remainingNanos) {
    if (remainingNanos <= 0) {
      return NEVER;
    }
    return nowNanos + remainingNanos - Math.min(MARGIN_NANOS, remainingNanos / 2);
  }

  @Override
  public void run() {
    try {
      while (true) {
        Observation late = await();
        late.timeOut();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Observation await() throws InterruptedException {
    while (true) {
      Observation next = earliest();
      long left = next == null ? Long.MAX_VALUE : next.actAtNanos() - System.nanoTime();
      if (next != null && left <= 0) {
        watched.remove(next);
        return next;
      }
      idle = next == null;
      wait(idle ? 0 : left / 1_000_000 + 1);
      idle = false;
    }
  }

  private @Nullable Observation earliest() {
    @Nullable Observation earliest = null;
    for (Observation one : watched) {
      if (earliest == null || one.actAtNanos() < earliest.actAtNanos()) {
        earliest = one;
      }
    }
    return earliest;
  }
}
