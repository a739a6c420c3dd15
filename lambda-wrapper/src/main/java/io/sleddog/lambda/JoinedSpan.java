package io.sleddog.lambda;

import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span of another tracing library, as part of the invocation's trace. For bridges to such
 * libraries, like Sleddog's OpenTelemetry module; a function has {@link Telemetry#startSpan}.
 *
 * <p>All methods may be called from any thread.
 */
public final class JoinedSpan {
  /** Two clocks of one machine do not differ by more, unless a start was set by hand. */
  private static final long SAME_MOMENT_NANOS = 2_000_000;

  private final Instrumentation instrumentation;
  private final ActiveSpan active;

  private JoinedSpan(Instrumentation instrumentation, ActiveSpan active) {
    this.instrumentation = instrumentation;
    this.active = active;
  }

  /**
   * Begins a span with the other library's id.
   *
   * @param operation what kind of work it is
   * @param spanId its id there, not 0
   * @param startNanos its start there, in epoch nanoseconds
   * @param parent the span above it; null for the one that is current on this thread
   * @return null outside an invocation
   */
  public static @Nullable JoinedSpan begin(
      String operation, long spanId, long startNanos, @Nullable JoinedSpan parent) {
    Scope scope = Scope.current();
    ActiveSpan above = parent != null ? parent.active : scope == null ? null : scope.span();
    if (above == null) {
      return null;
    }
    Instrumentation instrumentation =
        parent != null || scope == null ? origin(parent) : scope.instrumentation();
    Trace trace = above.trace();
    long now = trace.now();
    long start = Math.abs(now - startNanos) < SAME_MOMENT_NANOS ? now : startNanos;
    return new JoinedSpan(instrumentation, trace.join(operation, above, spanId, start));
  }

  private static Instrumentation origin(@Nullable JoinedSpan parent) {
    return parent == null ? Telemetry.process() : parent.instrumentation;
  }

  /** Its tags, service, resource, type and error. Closing it does nothing. */
  public Span span() {
    return Span.borrowed(active);
  }

  /** Sets what kind of work it is. */
  public void operation(String operation) {
    active.name(operation);
  }

  /** Ends it {@code durationNanos} after its start. Once it has ended, this does nothing. */
  public void end(long durationNanos) {
    active.endAt(active.startNanos() + durationNanos);
  }

  /**
   * Makes it the current span of this thread.
   *
   * @return what makes the span before it current again; to be called on the same thread
   */
  public Runnable makeCurrent() {
    return Scope.enter(instrumentation, active)::leave;
  }

  /** The headers that make a call to another service a part of the trace, below this span. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    instrumentation.propagator().inject(active.trace().context(), active.spanId(), headers);
    return headers;
  }
}
