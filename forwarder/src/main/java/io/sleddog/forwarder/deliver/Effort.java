package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets as many bodies be compressed at a time as there are processors, and says how hard to try:
 * less than wanted while many batches are under way, since then processors are shorter than bytes.
 */
final class Effort {
  private final int processors;
  private final Semaphore free;
  private final AtomicInteger underWay = new AtomicInteger();

  Effort(int processors) {
    this.processors = processors;
    this.free = new Semaphore(processors);
  }

  /** A batch is taken in hand. */
  void begin() {
    underWay.incrementAndGet();
  }

  /** A batch is done with. */
  void end() {
    underWay.decrementAndGet();
  }

  /**
   * Waits for a processor, to be given back by {@link #release}.
   *
   * @throws IOException if the time is up
   */
  void acquire(Deadline deadline) throws IOException {
    try {
      if (!free.tryAcquire(deadline.remainingMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("no time left to compress");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while waiting for a processor");
    }
  }

  /** Gives the processor back. */
  void release() {
    free.release();
  }

  /**
   * The level to compress with.
   *
   * @param wanted for the few batches of an event; half of it for some more, 1 for many
   */
  int level(int wanted) {
    int batches = underWay.get();
    if (wanted == 0 || batches <= 2 * processors) {
      return wanted;
    }
    return batches <= 4 * processors ? (wanted + 1) / 2 : 1;
  }
}
