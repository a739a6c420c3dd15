package io.sleddog.local.logs;

import io.sleddog.local.model.Invocation;
import java.time.Duration;

/** The numbers of a report as AWS computes them. */
final class Billing {
  private Billing() {}

  /** Whole milliseconds, rounded up; since August 2025 the init phase is paid as well. */
  static long billedMillis(Invocation.Timing timing) {
    return (timing.total().toNanos() + 999_999) / 1_000_000;
  }

  static double millis(Duration duration) {
    return Math.round(duration.toNanos() / 10_000.0) / 100.0;
  }
}
