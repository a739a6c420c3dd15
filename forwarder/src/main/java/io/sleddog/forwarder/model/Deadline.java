package io.sleddog.forwarder.model;

import java.util.function.LongSupplier;

/** The moment by which all work must be done. */
public final class Deadline {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final LongSupplier CLOCK = new NanoTime();

  private final LongSupplier nanoTime;
  private final long at;

  private Deadline(LongSupplier nanoTime, long at) {
    this.nanoTime = nanoTime;
    this.at = at;
  }

  /** A deadline in so many milliseconds, by the clock of this JVM. */
  public static Deadline in(long millis) {
    return in(millis, CLOCK);
  }

  /**
   * A deadline in so many milliseconds.
   *
   * @param nanoTime the clock, in nanoseconds from any start
   */
  public static Deadline in(long millis, LongSupplier nanoTime) {
    return new Deadline(nanoTime, nanoTime.getAsLong() + millis * NANOS_PER_MILLI);
  }

  /** A deadline by the same clock that is so many milliseconds earlier. */
  public Deadline earlier(long millis) {
    return new Deadline(nanoTime, at - millis * NANOS_PER_MILLI);
  }

  /** A deadline in so many milliseconds, or this one if that comes first. */
  public Deadline within(long millis) {
    long soon = nanoTime.getAsLong() + millis * NANOS_PER_MILLI;
    return soon - at < 0 ? new Deadline(nanoTime, soon) : this;
  }

  /** Milliseconds that are left; 0 if it has passed. */
  public long remainingMillis() {
    return Math.max(0, (at - nanoTime.getAsLong()) / NANOS_PER_MILLI);
  }

  /** Whether it has passed. */
  public boolean hasPassed() {
    return remainingMillis() == 0;
  }

  /** The JVM's own clock. */
  private static final class NanoTime implements LongSupplier {
    @Override
    public long getAsLong() {
      return System.nanoTime();
    }
  }
}
