package io.sleddog.lambda;

import io.sleddog.lambda.span.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on by a microsecond each time it is asked for nanoseconds. */
final class FakeClock implements Clock {
  private static final long EPOCH_MILLIS = 1_700_000_000_000L;

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong startedMillisBefore = new AtomicLong();

  /** Says that the process began so long before the clock. */
  void processStarted(long millisBefore) {
    startedMillisBefore.set(millisBefore);
  }

  @Override
  public long processStartMillis() {
    return EPOCH_MILLIS - startedMillisBefore.get();
  }

  void advanceMillis(long millis) {
    nanos.addAndGet(millis * 1_000_000);
  }

  @Override
  public long epochMillis() {
    return EPOCH_MILLIS + nanos.get() / 1_000_000;
  }

  @Override
  public long nanos() {
    return nanos.getAndAdd(1000);
  }
}
