package io.sleddog.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.sleddog.lambda.JoinedSpan;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Which span of the invocation's trace stands for which of OpenTelemetry, as long as it lives. */
final class JoinedSpans {
  /** OpenTelemetry's spans are equal only to themselves. */
  private static final Map<Object, JoinedSpan> SPANS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private JoinedSpans() {}

  static void remember(Object span, JoinedSpan joined) {
    SPANS.put(span, joined);
  }

  static @Nullable JoinedSpan of(Object span) {
    return SPANS.get(span);
  }

  /** The one that a context has for its current span. */
  static @Nullable JoinedSpan above(Context context) {
    Span span = Span.fromContextOrNull(context);
    return span == null ? null : of(span);
  }
}
