package io.sleddog.forwarder.http;

import java.io.InterruptedIOException;

/** Waits before another try. */
@FunctionalInterface
public interface Pause {
  /** By the clock. */
  Pause REAL =
      millis -> {
        try {
          Thread.sleep(millis);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("stopped while waiting for another try");
        }
      };

  /** Waits so long. */
  void millis(long millis) throws InterruptedIOException;
}
