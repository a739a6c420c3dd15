package io.sleddog.opentelemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sleddog.lambda.JoinedSpan;

/**
 * Puts each span into the trace of the invocation as it begins, and its attributes, events, links
 * and status into Datadog's words as it ends.
 */
public final class SleddogSpanProcessor implements SpanProcessor {
  private final SpanTranslation translation = new SpanTranslation();

  /** Makes a processor; it needs no shutdown. */
  public SleddogSpanProcessor() {}

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    JoinedSpan joined =
        JoinedSpan.begin(
            span.getName(),
            Long.parseUnsignedLong(span.getSpanContext().getSpanId(), 16),
            span.toSpanData().getStartEpochNanos(),
            JoinedSpans.above(parent));
    if (joined != null) {
      JoinedSpans.remember(span, joined);
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    JoinedSpan joined = JoinedSpans.of(span);
    if (joined != null) {
      SpanData data = span.toSpanData();
      translation.translate(data, joined);
      joined.end(data.getEndEpochNanos() - data.getStartEpochNanos());
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
