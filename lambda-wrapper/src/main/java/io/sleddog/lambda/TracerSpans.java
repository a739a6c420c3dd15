package io.sleddog.lambda;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.sleddog.lambda.context.Hex;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.TraceSink;
import io.sleddog.lambda.tag.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes each span of ours a span of Datadog's tracing agent, through the OpenTelemetry API that the
 * agent serves, and with the agent's ids: the agent's own spans hang below it, and the agent writes
 * the trace. Nothing is written here. With Datadog's extension the agent has a span for the
 * function already, which stands for ours.
 *
 * <p>The only class that knows that API. Safe for use by several threads.
 */
final class TracerSpans implements TraceSink {
  private final Tracer tracer = GlobalOpenTelemetry.getTracer("io.sleddog");
  private final Map<ActiveSpan, Open> open = new ConcurrentHashMap<>();
  private final boolean hasFunction;

  /** {@code hasFunction}: whether the agent has the function's span, and those in front of it. */
  TracerSpans(boolean hasFunction) {
    this.hasFunction = hasFunction;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // The scope is closed when the span ends.
  public void started(ActiveSpan span) {
    if (hasFunction && !isInner(span)) {
      standIn(span);
      return;
    }
    Span made =
        tracer
            .spanBuilder(span.name())
            .setParent(Context.root().with(above(span)))
            .setStartTimestamp(span.startNanos(), TimeUnit.NANOSECONDS)
            .setAttribute("operation.name", span.name())
            .setAttribute("service.name", span.service())
            .startSpan();
    SpanContext ids = made.getSpanContext();
    if (!ids.isValid()) {
      return;
    }
    open.put(span, new Open(made, made.makeCurrent(), Thread.currentThread()));
    span.adopt(Hex.unsigned(ids.getSpanId()));
    if (span.parent() == null) {
      adopt(span, ids);
    }
  }

  /** Whether it is below the function's span, which alone has that type. */
  private static boolean isInner(ActiveSpan span) {
    for (ActiveSpan above = span.parent(); above != null; above = above.parent()) {
      if ("serverless".equals(above.type())) {
        return true;
      }
    }
    return false;
  }

  /** Lets the agent's own span of the invocation be the one that ours hang below. */
  private void standIn(ActiveSpan span) {
    Span agents = Span.current();
    if (span.name().equals("aws.lambda") && agents.getSpanContext().isValid()) {
      open.put(span, new Open(agents, io.opentelemetry.context.Scope.noop(), null));
      span.adopt(Hex.unsigned(agents.getSpanContext().getSpanId()));
      adopt(span, agents.getSpanContext());
    }
  }

  private static void adopt(ActiveSpan span, SpanContext ids) {
    String traceId = ids.getTraceId();
    span.trace().adopt(Hex.unsigned(traceId.substring(0, 16)), Hex.unsigned(traceId.substring(16)));
  }

  private Span above(ActiveSpan span) {
    ActiveSpan parent = span.parent();
    Open known = parent == null ? null : open.get(parent);
    if (known != null) {
      return known.span;
    }
    TraceContext context = span.trace().context();
    return span.parentId() == 0 ? Span.getInvalid() : Span.wrap(remote(context, span.parentId()));
  }

  private static SpanContext remote(TraceContext context, long parentId) {
    return SpanContext.createFromRemoteParent(
        Hex.text(context.traceIdHigh()) + Hex.text(context.traceIdLow()),
        Hex.text(parentId),
        context.priority() > 0 ? TraceFlags.getSampled() : TraceFlags.getDefault(),
        TraceState.builder().put("dd", "s:" + context.priority()).build());
  }

  @Override
  public void ended(ActiveSpan span) {
    Open one = open.remove(span);
    if (one == null || one.thread == null) {
      return;
    }
    Span made = one.span;
    copy(span.meta(), made);
    copy(span.metrics(), made);
    made.setAttribute("operation.name", span.name());
    made.setAttribute("service.name", span.service());
    made.setAttribute("resource.name", span.resource());
    String type = span.type();
    if (type != null) {
      made.setAttribute("span.type", type);
    }
    if (span.failed()) {
      made.setStatus(StatusCode.ERROR);
    }
    made.end(span.startNanos() + span.durationNanos(), TimeUnit.NANOSECONDS);
    if (one.thread == Thread.currentThread()) {
      one.scope.close();
    }
  }

  private static void copy(Tags tags, Span made) {
    for (int i = 0; i < tags.size(); i++) {
      Object value = tags.value(i);
      if (value instanceof Double) {
        made.setAttribute(tags.key(i), (Double) value);
      } else {
        made.setAttribute(tags.key(i), Tags.text(value));
      }
    }
  }

  @Override
  public void write(TraceContext context, List<ActiveSpan> spans) {}

  /** A span of the agent's that has not ended. */
  private static final class Open {
    final Span span;
    final io.opentelemetry.context.Scope scope;

    /** The thread it is current for; null if the agent began it and ends it. */
    final @Nullable Thread thread;

    Open(Span span, io.opentelemetry.context.Scope scope, @Nullable Thread thread) {
      this.span = span;
      this.scope = scope;
      this.thread = thread;
    }
  }
}
