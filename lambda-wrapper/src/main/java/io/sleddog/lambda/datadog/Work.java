package io.sleddog.lambda.datadog;

import io.sleddog.lambda.span.ActiveSpan;
import org.jspecify.annotations.Nullable;

/** What the calling thread works on. */
public interface Work {
  /** The current span; null outside an invocation. */
  @Nullable ActiveSpan span();

  /** The id of its trace as log lines have it; 0 outside an invocation. */
  String traceId();

  /** The same work, to go on with on another thread. */
  Handover capture();

  /** Work that another thread may go on with. */
  interface Handover {
    /** Goes on with it on the calling thread; gives what ends that. */
    Runnable resume();
  }
}
