package io.sleddog.forwarder.http;

import java.io.InterruptedIOException;

/** Waits by the clock. */
final class RealPause implements Pause {
  @Override
  public void millis(long millis) throws InterruptedIOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while waiting for another try");
    }
  }
}
