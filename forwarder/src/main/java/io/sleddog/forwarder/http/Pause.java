package io.sleddog.forwarder.http;

import java.io.InterruptedIOException;

/** Waits before another try. */
@FunctionalInterface
public interface Pause {
  /** By the clock. */
  Pause REAL = new RealPause();

  /** Waits so long. */
  void millis(long millis) throws InterruptedIOException;
}
