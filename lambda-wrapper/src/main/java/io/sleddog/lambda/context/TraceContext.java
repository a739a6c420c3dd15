package io.sleddog.lambda.context;

import io.sleddog.lambda.tag.Tags;
import org.jspecify.annotations.Nullable;

/**
 * The trace that an invocation continues or begins: a 128-bit trace id, the span above, whether the
 * trace is kept, and what travels along with it.
 */
public final class TraceContext {
  private static final String AGENT_RATE = "_dd.agent_psr";
  private static final long KNUTH_FACTOR = 1111111111111111111L;

  private final long traceIdHigh;
  private final long traceIdLow;
  private final long parentId;
  private final int priority;
  private final Baggage baggage;
  private final @Nullable Tags rates;

  /** Takes the parts together. */
  public TraceContext(
      long traceIdHigh, long traceIdLow, long parentId, int priority, Baggage baggage) {
    this(traceIdHigh, traceIdLow, parentId, priority, baggage, null);
  }

  private TraceContext(
      long traceIdHigh,
      long traceIdLow,
      long parentId,
      int priority,
      Baggage baggage,
      @Nullable Tags rates) {
    this.traceIdHigh = traceIdHigh;
    this.traceIdLow = traceIdLow;
    this.parentId = parentId;
    this.priority = priority;
    this.baggage = baggage;
    this.rates = rates;
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
    TraceContext begun =
        isKept(traceIdLow, sampleRate)
            ? new TraceContext(high, traceIdLow, 0, 2, Baggage.SAMPLED_BY_RULE)
            : new TraceContext(high, traceIdLow, 0, -1, Baggage.NONE);
    return begun.withRate("_dd.rule_psr", sampleRate);
  }

  /** A trace that begins here, kept or not by the part that the Agent wants. */
  public static TraceContext beginByAgent(long epochSeconds, long traceIdLow, double rate) {
    TraceContext begun =
        isKept(traceIdLow, rate)
            ? new TraceContext(epochSeconds << 32, traceIdLow, 0, 1, Baggage.SAMPLED_BY_AGENT)
            : new TraceContext(epochSeconds << 32, traceIdLow, 0, 0, Baggage.NONE);
    return begun.withRate(AGENT_RATE, rate);
  }

  /** The same, kept since the Agent has not said anything yet. */
  public TraceContext untoldByAgent() {
    return withRate(AGENT_RATE, 1);
  }

  /** The same with one of the rates that decided about it. */
  TraceContext withRate(String name, double rate) {
    Tags more = new Tags(2);
    if (rates != null) {
      more.putAll(rates);
    }
    more.put(name, rate);
    return new TraceContext(traceIdHigh, traceIdLow, parentId, priority, baggage, more);
  }

  /** Decides by the id, as Datadog's tracers do, so that all of them decide the same. */
  private static boolean isKept(long traceId, double rate) {
    double hash = ((traceId * KNUTH_FACTOR) >>> 11) * 0x1p-53;
    return hash < rate;
  }

  /** The same below another span. */
  public TraceContext withParent(long otherParentId) {
    return new TraceContext(traceIdHigh, traceIdLow, otherParentId, priority, baggage, rates);
  }

  /** The same, not to be kept by the user's will. */
  TraceContext dropped() {
    return new TraceContext(traceIdHigh, traceIdLow, parentId, -1, Baggage.NONE, rates);
  }

  /** The same in another trace. */
  public TraceContext withTraceId(long otherHigh, long otherLow) {
    return new TraceContext(otherHigh, otherLow, parentId, priority, baggage, rates);
  }

  /** The same with other things travelling along. */
  public TraceContext withBaggage(Baggage other) {
    return new TraceContext(traceIdHigh, traceIdLow, parentId, priority, other, rates);
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

  /**
   * Which part of such traces is kept, each under Datadog's name of who says so ({@code
   * _dd.rule_psr}, {@code _dd.limit_psr}, {@code _dd.agent_psr}); null if it was not decided here.
   */
  public @Nullable Tags rates() {
    return rates;
  }

  /** What travels along. */
  public Baggage baggage() {
    return baggage;
  }
}
