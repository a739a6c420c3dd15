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
import org.jspecify.annotations.Nullable;

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

  /** An interceptor may keep what it is shown, and none is ever taken away. */
  @Override
  public boolean forgets() {
    return interceptors() == null && next.forgets();
  }

  @Override
  public void write(TraceContext context, List<ActiveSpan> spans) {
    Iterable<TraceInterceptor> interceptors = interceptors();
    List<ActiveSpan> kept = interceptors == null ? spans : shown(spans, interceptors);
    if (!kept.isEmpty()) {
      next.write(context, kept);
    }
  }

  /** The function's, if there are any and the tracer is ours. */
  private static @Nullable Iterable<TraceInterceptor> interceptors() {
    Tracer tracer = GlobalTracer.get();
    boolean ours = tracer instanceof DatadogTracer && ((DatadogTracer) tracer).isIntercepted();
    return ours ? ((DatadogTracer) tracer).interceptors() : null;
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
