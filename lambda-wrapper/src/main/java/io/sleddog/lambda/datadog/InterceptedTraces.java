package io.sleddog.lambda.datadog;

import datadog.trace.api.GlobalTracer;
import datadog.trace.api.Tracer;
import datadog.trace.api.interceptor.MutableSpan;
import datadog.trace.api.interceptor.TraceInterceptor;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.TraceSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shows ended spans to the function's interceptors, which may change them and leave some out. */
final class InterceptedTraces implements TraceSink {
  private final TraceSink next;
  private final Warnings warnings;

  InterceptedTraces(TraceSink next, Warnings warnings) {
    this.next = next;
    this.warnings = warnings;
  }

  @Override
  public void started(ActiveSpan span) {
    next.started(span);
  }

  @Override
  public void ended(ActiveSpan span) {
    next.ended(span);
  }

  @Override
  public void write(TraceContext context, List<ActiveSpan> spans) {
    Tracer tracer = GlobalTracer.get();
    boolean ours = tracer instanceof DatadogTracer && ((DatadogTracer) tracer).isIntercepted();
    List<ActiveSpan> kept = ours ? shown(spans, ((DatadogTracer) tracer).interceptors()) : spans;
    if (!kept.isEmpty()) {
      next.write(context, kept);
    }
  }

  private List<ActiveSpan> shown(List<ActiveSpan> spans, Iterable<TraceInterceptor> interceptors) {
    List<MutableSpan> shown = new ArrayList<>(spans.size());
    for (ActiveSpan span : spans) {
      shown.add(new DatadogSpan(span));
    }
    for (TraceInterceptor interceptor : interceptors) {
      shown = shown(shown, interceptor);
    }
    Set<ActiveSpan> left = new HashSet<>();
    for (MutableSpan span : shown) {
      left.add(((DatadogSpan) span).active());
    }
    List<ActiveSpan> kept = new ArrayList<>(spans);
    kept.retainAll(left);
    return kept;
  }

  /** What an interceptor leaves; everything if it fails. */
  private List<MutableSpan> shown(List<MutableSpan> spans, TraceInterceptor interceptor) {
    try {
      Collection<? extends MutableSpan> left = interceptor.onTraceComplete(spans);
      List<MutableSpan> kept = new ArrayList<>();
      for (MutableSpan span : left) {
        if (span instanceof DatadogSpan) {
          kept.add(span);
        }
      }
      return kept;
    } catch (Exception | LinkageError users) {
      warnings.say("an interceptor of traces failed", users);
      return spans;
    }
  }
}
