package io.sleddog.local.runtime;

import io.sleddog.local.model.Invocation;
import java.time.Duration;

/**
 * Hears what happens in one execution environment, in order. Output may come from other threads
 * than the rest; all of an invocation's output comes before its end.
 */
public interface EnvironmentListener {
  /** The process was started. */
  void initStarted(long atMillis);

  /** The process ended, failed or took too long before it asked for its first event. */
  void initFailed(long atMillis, Duration took, String errorType);

  /** An event was handed to the function. */
  void invocationStarted(String requestId, long atMillis);

  /** One record that the function wrote: a line with its end, or one framed record as it is. */
  void output(long atMillis, String text);

  /** The invocation is over, and all that it wrote has been heard. */
  void invocationEnded(Invocation invocation, long atMillis);
}
