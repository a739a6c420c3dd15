package io.sleddog.lambda.span;

/** The clock of this machine. */
public final class SystemClock implements Clock {
  @Override
  public long epochMillis() {
    return System.currentTimeMillis();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
