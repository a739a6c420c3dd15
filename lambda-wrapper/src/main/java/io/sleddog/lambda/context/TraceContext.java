package io.sleddog.lambda.context;

import org.jspecify.annotations.Nullable;

/**
 * The trace that an invocation continues or begins: a 128-bit trace id, the span above, and whether
 * the trace is kept.
 */
public final class TraceContext {
  private final long traceIdHigh;
  private final long traceIdLow;
  private final long parentId;
  private final int priority;
  private final @Nullable String decisionMaker;

  private TraceContext(
      long traceIdHigh,
      long traceIdLow,
      long parentId,
      int priority,
      @Nullable String decisionMaker) {
    this.traceIdHigh = traceIdHigh;
    this.traceIdLow = traceIdLow;
    this.parentId = parentId;
    this.priority = priority;
    this.decisionMaker = decisionMaker;
  }

  /** A trace that begins here, kept by default. */
  public static TraceContext begin(long epochSeconds, long traceIdLow) {
    return new TraceContext(epochSeconds << 32, traceIdLow, 0, 1, "-0");
  }

  /** A trace that began elsewhere. */
  public static TraceContext upstream(
      long traceIdHigh, long traceIdLow, long parentId, int priority) {
    return new TraceContext(traceIdHigh, traceIdLow, parentId, priority, null);
  }

  /** The upper half of the trace id, 0 for a 64-bit one. */
  public long traceIdHigh() {
    return traceIdHigh;
  }

  /** The lower half of the trace id, never 0. */
  public long traceIdLow() {
    return traceIdLow;
  }

  /** The span above the first one of this function, or 0. */
  public long parentId() {
    return parentId;
  }

  /** Datadog's sampling priority: 2 and 1 keep the trace, 0 and -1 drop it. */
  public int priority() {
    return priority;
  }

  /** Who decided the priority, as in {@code _dd.p.dm}; null if it was upstream and did not say. */
  public @Nullable String decisionMaker() {
    return decisionMaker;
  }
}
