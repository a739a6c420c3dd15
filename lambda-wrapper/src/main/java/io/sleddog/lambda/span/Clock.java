package io.sleddog.lambda.span;

/** Tells the time; replaced in tests. */
public interface Clock {
  /** Milliseconds since the epoch. */
  long epochMillis();

  /** When this process began, in milliseconds since the epoch; about now where nobody can tell. */
  default long processStartMillis() {
    return epochMillis();
  }

  /** Nanoseconds since some moment of this process, never going back. */
  long nanos();
}
