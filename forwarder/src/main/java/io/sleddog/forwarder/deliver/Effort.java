package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets as many bodies be compressed at a time as there are processors, and says how hard to try:
 * less than wanted while more bodies wait than there are processors, or many batches are under way,
 * since then processors are shorter than bytes.
 */
final class Effort {
  private final int processors;
  private final Semaphore free;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();

  Effort(int processors) {
    this.processors = processors;
    this.free = new Semaphore(processors);
  }

  /** A batch will be compressed and sent. */
  Turn begin() {
    underWay.incrementAndGet();
    waiting.incrementAndGet();
    return new Turn();
  }

  /** What is done for one batch, from when it is handed over until it is done with. */
  final class Turn {
    private boolean waits = true;

    private Turn() {}

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

    /**
     * The level to compress with.
     *
     * @param wanted for the few batches of an event; half of it for some more, 1 for many
     */
    int level(int wanted) {
      int batches = underWay.get();
      boolean few = batches <= 2 * processors && waiting.get() <= processors;
      if (wanted == 0 || few) {
        return wanted;
      }
      return batches <= 4 * processors ? (wanted + 1) / 2 : 1;
    }

    /** Gives the processor back; the body is compressed. */
    void release() {
      free.release();
      stopWaiting();
    }

    /** The batch is done with. */
    void end() {
      stopWaiting();
      underWay.decrementAndGet();
    }

    /** A batch that is split is compressed more than once, and counts once. */
    private void stopWaiting() {
      if (waits) {
        waits = false;
        waiting.decrementAndGet();
      }
    }
  }
}
