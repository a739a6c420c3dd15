package io.sleddog.lambda.span;

/** Tells the time; replaced in tests. */
public interface Clock {
  /** Milliseconds since the epoch. */
  long epochMillis();

  /** Nanoseconds since some moment of this process, never going back. */
  long nanos();
}
