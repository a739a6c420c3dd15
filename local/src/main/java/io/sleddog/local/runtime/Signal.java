package io.sleddog.local.runtime;

import io.sleddog.local.model.Payload;

/** What the Runtime API and the process tell the environment that waits for them. */
sealed interface Signal {
  /** The function asks for its next event; the time is {@link System#nanoTime}. */
  record Polled(long atNanos) implements Signal {}

  /** The function gave its answer, or the error that its handler threw. */
  record Answered(String requestId, Payload payload, boolean failed) implements Signal {}

  /** The function could not be made ready. */
  record InitFailed(Payload payload, String errorType) implements Signal {}

  /** The process ended. */
  record Exited(int code) implements Signal {}
}
