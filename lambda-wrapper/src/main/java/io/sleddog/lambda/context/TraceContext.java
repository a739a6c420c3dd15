package io.sleddog.lambda.context;

/**
 * The trace that an invocation continues or begins: a 128-bit trace id, the span above, whether the
 * trace is kept, and what travels along with it.
 */
public final class TraceContext {
  private static final long KNUTH_FACTOR = 1111111111111111111L;

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

  /**
   * A trace that begins here.
   *
   * @param sampleRate which part of the traces the user wants kept, from 0 to 1; negative if the
   *     user did not say, which keeps all
   */
  public static TraceContext begin(long epochSeconds, long traceIdLow, double sampleRate) {
    long high = epochSeconds << 32;
    if (sampleRate < 0) {
      return new TraceContext(high, traceIdLow, 0, 1, Baggage.KEPT_BY_DEFAULT);
    }
    int priority = isKept(traceIdLow, sampleRate) ? 2 : -1;
    return new TraceContext(high, traceIdLow, 0, priority, Baggage.SAMPLED_BY_RULE);
  }

  /** A trace that begins here, kept or not by the part that the Agent wants. */
  public static TraceContext beginByAgent(long epochSeconds, long traceIdLow, double rate) {
    int priority = isKept(traceIdLow, rate) ? 1 : 0;
    return new TraceContext(epochSeconds << 32, traceIdLow, 0, priority, Baggage.SAMPLED_BY_AGENT);
  }

  /** Decides by the id, as Datadog's tracers do, so that all of them decide the same. */
  private static boolean isKept(long traceId, double rate) {
    double hash = ((traceId * KNUTH_FACTOR) >>> 11) * 0x1p-53;
    return hash < rate;
  }

  /** The same below another span. */
  public TraceContext withParent(long otherParentId) {
    return new TraceContext(traceIdHigh, traceIdLow, otherParentId, priority, baggage);
  }

  /** The same, not to be kept by the user's will. */
  TraceContext dropped() {
    return new TraceContext(traceIdHigh, traceIdLow, parentId, -1, baggage);
  }

  /** The same in another trace. */
  public TraceContext withTraceId(long otherHigh, long otherLow) {
    return new TraceContext(otherHigh, otherLow, parentId, priority, baggage);
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
