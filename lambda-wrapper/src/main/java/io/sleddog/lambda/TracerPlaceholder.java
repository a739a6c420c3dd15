package io.sleddog.lambda;

import datadog.trace.api.GlobalTracer;
import datadog.trace.api.interceptor.MutableSpan;
import datadog.trace.api.interceptor.TraceInterceptor;
import io.sleddog.lambda.agent.Agent;
import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.TraceSink;
import io.sleddog.lambda.tag.Tags;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The span that Datadog's tracing agent makes of an invocation only as a mark for Datadog's
 * extension. Without the extension nobody replaces it: here it becomes the function's span, or goes
 * where we have made one. Our own spans are not written beside it.
 *
 * <p>The only class that knows {@code datadog.trace.api}, which the agent brings along.
 */
final class TracerPlaceholder implements TraceInterceptor, TraceSink {
  private static final int PRIORITY = 7531;

  /** The function's span of the invocation that ends on this thread. */
  private static final ThreadLocal<@Nullable ActiveSpan> ENDING = new ThreadLocal<>();

  /** Whether somebody makes the function's span by other means. */
  private final boolean surplus;

  private final Warnings warnings;
  private final AtomicLong refused = new AtomicLong();

  TracerPlaceholder(boolean surplus, Warnings warnings) {
    this.surplus = surplus;
    this.warnings = warnings;
  }

  /**
   * The way to the tracing agent's own spans, as far as the function has the libraries for it. With
   * Datadog's extension the two need no help with the function's own span.
   */
  static TraceSink sinkFor(Settings settings, @Nullable Agent extension, Warnings warnings) {
    boolean extended = extension != null && extension.isExtension();
    try {
      if (settings.tracerOpens()) {
        TraceSink spans = new TracerSpans(extended);
        if (!extended) {
          new TracerPlaceholder(true, warnings).register();
        }
        return spans;
      }
    } catch (LinkageError noOpenTelemetry) {
      // The placeholder is what is left.
    }
    TracerPlaceholder placeholder = new TracerPlaceholder(extended, warnings);
    return extended ? placeholder : placeholder.register();
  }

  /** Asks the agent to show it every trace. */
  TracerPlaceholder register() {
    GlobalTracer.get().addTraceInterceptor(this);
    return this;
  }

  @Override
  public void write(TraceContext context, List<ActiveSpan> spans) {
    for (ActiveSpan span : spans) {
      if (!surplus && span.name().equals("aws.lambda")) {
        ENDING.set(span);
      }
    }
  }

  @Override
  public boolean takesInner() {
    return false;
  }

  @Override
  public void refuse() {
    refused.incrementAndGet();
    warnings.say(
        "spans of Telemetry are not made: Datadog's tracing agent makes the trace, and takes"
            + " them only with opentelemetry-api in the function and DD_TRACE_OTEL_ENABLED=true");
  }

  @Override
  public long refused() {
    return refused.get();
  }

  @Override
  public Collection<? extends MutableSpan> onTraceComplete(
      Collection<? extends MutableSpan> trace) {
    List<MutableSpan> kept = new ArrayList<>(trace.size());
    for (MutableSpan span : trace) {
      boolean placeholder = isPlaceholder(span);
      if (placeholder && !surplus) {
        complete(span);
      }
      if (!placeholder || !surplus || trace.size() > 1) {
        kept.add(span);
      }
    }
    return kept;
  }

  private static boolean isPlaceholder(MutableSpan span) {
    String name = String.valueOf(span.getOperationName());
    return name.equals("dd-tracer-serverless-span") || name.equals("aws.lambda.invoke");
  }

  private void complete(MutableSpan span) {
    ActiveSpan function = ENDING.get();
    ENDING.remove();
    if (function == null) {
      return;
    }
    span.setOperationName(function.name());
    span.setServiceName(function.service());
    span.setResourceName(function.resource());
    span.setSpanType("serverless");
    Tags meta = function.meta();
    for (int i = 0; i < meta.size(); i++) {
      span.setTag(meta.key(i), Tags.text(meta.value(i)));
    }
    Tags metrics = function.metrics();
    for (int i = 0; i < metrics.size(); i++) {
      span.setTag(metrics.key(i), (Number) metrics.value(i));
    }
    span.setError(function.failed());
  }

  @Override
  public int priority() {
    return PRIORITY;
  }
}
