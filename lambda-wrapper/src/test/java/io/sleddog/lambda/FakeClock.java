package io.sleddog.lambda;

import io.sleddog.lambda.span.Clock;

/** A clock that stands still until a test moves it. */
final class FakeClock implements Clock {
  private long nanos = 1_700_000_000_000_000_000L;

  void advanceMillis(long millis) {
    nanos += millis * 1_000_000;
  }

  @Override
  public long epochMillis() {
    return nanos / 1_000_000;
  }

  @Override
  public long nanos() {
    return nanos;
  }
}
