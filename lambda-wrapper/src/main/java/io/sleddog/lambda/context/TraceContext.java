package io.sleddog.lambda.context;

/**
 * The trace that an invocation continues or begins: a 128-bit trace id, the span above, whether the
 * trace is kept, and what travels along with it.
 */
public final class TraceContext {
  private final long traceIdHigh;
  private final long traceIdLow;
  private final long parentId;
  private final int priority;
  private final Baggage baggage;

  /** Takes the parts together. */
  public TraceContext(
      long traceIdHigh, long traceIdLow, long parentId, int priority, Baggage baggage) {
    this.traceIdHigh = traceIdHigh;
    this.traceIdLow = traceIdLow;
    this.parentId = parentId;
    this.priority = priority;
    this.baggage = baggage;
  }

  /** A trace that begins here, kept by default. */
  public static TraceContext begin(long epochSeconds, long traceIdLow) {
    return new TraceContext(epochSeconds << 32, traceIdLow, 0, 1, Baggage.DECIDED_HERE);
  }

  /** The same below another span. */
  public TraceContext withParent(long otherParentId) {
    return new TraceContext(traceIdHigh, traceIdLow, otherParentId, priority, baggage);
  }

  /** The same with other things travelling along. */
  public TraceContext withBaggage(Baggage other) {
    return new TraceContext(traceIdHigh, traceIdLow, parentId, priority, other);
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

  /** Whether the trace is X-Ray's own. */
  public boolean isXrays() {
    return baggage == Baggage.OF_XRAY;
  }

  /** What travels along. */
  public Baggage baggage() {
    return baggage;
  }
}
