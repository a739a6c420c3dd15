package io.sleddog.forwarder.deliver;

import java.util.function.LongSupplier;

/** The moment by which all work must be done. */
public final class Deadline {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final LongSupplier nanoTime;
  private final long at;

  private Deadline(LongSupplier nanoTime, long at) {
    this.nanoTime = nanoTime;
    this.at = at;
  }

  /**
   * A deadline in so many milliseconds.
   *
   * @param nanoTime the clock, such as {@code System::nanoTime}
   */
  public static Deadline in(long millis, LongSupplier nanoTime) {
    return new Deadline(nanoTime, nanoTime.getAsLong() + millis * NANOS_PER_MILLI);
  }

  /** Milliseconds that are left; 0 if it has passed. */
  public long remainingMillis() {
    return Math.max(0, (at - nanoTime.getAsLong()) / NANOS_PER_MILLI);
  }
}
