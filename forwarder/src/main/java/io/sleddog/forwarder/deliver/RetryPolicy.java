package io.sleddog.forwarder.deliver;

import java.util.function.LongUnaryOperator;

/**
 * How long to wait before a request is sent again: a random time below a bound that doubles with
 * each try, or as long as the intake asks for.
 */
final class RetryPolicy {
  /** Do not send it again. */
  static final long NEVER = -1;

  private static final int ATTEMPTS = 5;
  private static final long FIRST_BOUND_MILLIS = 250;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final LongUnaryOperator random;

  /**
   * A policy.
   *
   * @param random gives a number from 0 up to below its argument
   */
  RetryPolicy(LongUnaryOperator random) {
    this.random = random;
  }

  /**
   * Milliseconds until the next try, or {@link #NEVER}.
   *
   * @param attempt how many tries there were, at least one
   * @param status what the intake answered; 0 if it did not
   * @param retryAfterMillis what it asked for; -1 if nothing
   */
  long delayMillis(int attempt, int status, long retryAfterMillis) {
    boolean mayPass =
        status == 0 || status == REQUEST_TIMEOUT || status == TOO_MANY || status >= SERVER_ERROR;
    if (!mayPass || attempt >= ATTEMPTS) {
      return NEVER;
    }
    if (retryAfterMillis >= 0) {
      return retryAfterMillis;
    }
    return 1 + random.applyAsLong(FIRST_BOUND_MILLIS << (attempt - 1));
  }
}
