package io.sleddog.lambda.context;

/** A span elsewhere. */
public final class SpanLink {
  private final long traceIdHigh;
  private final long traceIdLow;
  private final long spanId;
  private final String reason;

  /** Takes the ids and why there is a link. */
  public SpanLink(long traceIdHigh, long traceIdLow, long spanId, String reason) {
    this.traceIdHigh = traceIdHigh;
    this.traceIdLow = traceIdLow;
    this.spanId = spanId;
    this.reason = reason;
  }

  /** The span above in another context. */
  public static SpanLink to(TraceContext context, String reason) {
    return new SpanLink(context.traceIdHigh(), context.traceIdLow(), context.parentId(), reason);
  }

  /** The upper half of its trace id. */
  public long traceIdHigh() {
    return traceIdHigh;
  }

  /** The lower half of its trace id. */
  public long traceIdLow() {
    return traceIdLow;
  }

  /** Its id. */
  public long spanId() {
    return spanId;
  }

  /** Why it is linked, such as {@code batch} or {@code terminated_context}. */
  public String reason() {
    return reason;
  }

  /** Whether both lead to the same span. */
  public boolean isSame(SpanLink other) {
    return traceIdLow == other.traceIdLow
        && traceIdHigh == other.traceIdHigh
        && spanId == other.spanId;
  }
}
