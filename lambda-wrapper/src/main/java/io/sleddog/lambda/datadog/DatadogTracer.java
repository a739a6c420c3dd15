package io.sleddog.lambda.datadog;

import datadog.trace.api.GlobalTracer;
import datadog.trace.api.Tracer;
import datadog.trace.api.interceptor.TraceInterceptor;
import datadog.trace.context.NoopTraceScope;
import datadog.trace.context.TraceScope;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.TraceSink;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Answers the function's questions to {@link GlobalTracer}. Where Datadog's agent is attached, it
 * answers them itself.
 */
public final class DatadogTracer implements Tracer {
  private final Work work;
  private final ConcurrentSkipListMap<Integer, TraceInterceptor> interceptors =
      new ConcurrentSkipListMap<>();

  private DatadogTracer(Work work) {
    this.work = work;
  }

  /**
   * Registers one, unless there is one already.
   *
   * @return a sink that shows spans to the function's interceptors before {@code next} takes them
   */
  public static TraceSink register(Work work, TraceSink next, Warnings warnings) {
    GlobalTracer.registerIfAbsent(new DatadogTracer(work));
    return new InterceptedTraces(next, warnings);
  }

  /** The function's interceptors, lowest priority first. */
  Iterable<TraceInterceptor> interceptors() {
    return interceptors.values();
  }

  boolean isIntercepted() {
    return !interceptors.isEmpty();
  }

  @Override
  public String getTraceId() {
    return work.traceId();
  }

  @Override
  public String getSpanId() {
    ActiveSpan span = work.span();
    return span == null ? "0" : Long.toUnsignedString(span.spanId());
  }

  @Override
  public boolean addTraceInterceptor(TraceInterceptor interceptor) {
    return interceptors.putIfAbsent(interceptor.priority(), interceptor) == null;
  }

  /** There is no span that could be muted but those that the function asks for. */
  @Override
  public TraceScope muteTracing() {
    return NoopTraceScope.INSTANCE;
  }

  @Override
  @SuppressWarnings("deprecation") // Functions still call it.
  public TraceScope.Continuation captureActiveSpan() {
    return new CapturedWork(work.capture());
  }

  @Override
  @SuppressWarnings("deprecation") // Functions still call it.
  public boolean isAsyncPropagationEnabled() {
    return false;
  }

  /** Other threads join by {@link #captureActiveSpan} only. */
  @Override
  @SuppressWarnings("deprecation") // Functions still call it.
  public void setAsyncPropagationEnabled(boolean enabled) {}
}
