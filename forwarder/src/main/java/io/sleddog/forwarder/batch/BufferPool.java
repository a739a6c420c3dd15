package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory of all batches that are under way. Who fills batches faster than they are sent has to
 * wait here; so the forwarder's memory does not depend on the size of its input.
 */
public final class BufferPool {
  private static final int UNIT = 1 << 10;
  private static final int FIRST_SIZE = 1 << 18;

  private final Semaphore units;
  private final int mostUnits;
  private final ConcurrentLinkedQueue<ByteWriter> free = new ConcurrentLinkedQueue<>();

  /** A pool for so many bytes. */
  public BufferPool(int mostBytes) {
    this.mostUnits = mostBytes / UNIT;
    this.units = new Semaphore(mostUnits);
  }

  /** An empty buffer to be filled. */
  ByteWriter take() {
    ByteWriter buffer = free.poll();
    if (buffer == null) {
      return new ByteWriter(FIRST_SIZE);
    }
    buffer.truncate(0);
    return buffer;
  }

  /**
   * Waits until there is room for a full buffer among those under way.
   *
   * @return gives the buffer back, at most once
   * @throws IOException if the time is up
   */
  Runnable admit(ByteWriter buffer, Deadline deadline) throws IOException {
    int needed = needed(buffer);
    try {
      if (!units.tryAcquire(needed, deadline.remainingMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("no time left: the intakes take less than comes in");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while waiting for the intakes");
    }
    return new Release(needed, buffer);
  }

  /**
   * Takes a last buffer at once, whether there is room for it or not.
   *
   * @return gives the buffer back, at most once
   */
  Runnable admitNow(ByteWriter buffer) {
    int needed = needed(buffer);
    return new Release(units.tryAcquire(needed) ? needed : 0, buffer);
  }

  private int needed(ByteWriter buffer) {
    return Math.min(mostUnits, buffer.size() / UNIT + 1);
  }

  /** Gives a buffer back. */
  private final class Release implements Runnable {
    private final int held;
    private final ByteWriter buffer;

    Release(int held, ByteWriter buffer) {
      this.held = held;
      this.buffer = buffer;
    }

    @Override
    public void run() {
      free.add(buffer);
      units.release(held);
    }
  }
}
