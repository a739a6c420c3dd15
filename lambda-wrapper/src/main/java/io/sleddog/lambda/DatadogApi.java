package io.sleddog.lambda;

import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.datadog.DatadogTracer;
import io.sleddog.lambda.datadog.Work;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.TraceSink;
import org.jspecify.annotations.Nullable;

/** Lets functions that use {@code dd-trace-api} see the current span through it. */
final class DatadogApi implements Work {
  private DatadogApi() {}

  /** The sink with the function's interceptors before it; the sink alone if the API is too old. */
  static TraceSink join(TraceSink lines, Warnings warnings) {
    try {
      return DatadogTracer.register(new DatadogApi(), lines, warnings);
    } catch (RuntimeException | LinkageError other) {
      warnings.say("dd-trace-api gets no ids: it has another form than expected", other);
      return lines;
    }
  }

  @Override
  public @Nullable ActiveSpan span() {
    Scope scope = Scope.current();
    return scope == null ? null : scope.span();
  }

  @Override
  public String traceId() {
    Scope scope = Scope.current();
    return scope == null
        ? "0"
        : scope.instrumentation().logContext().traceId(scope.span().trace().context());
  }

  @Override
  public Handover capture() {
    Scope origin = Scope.current();
    return () -> origin == null ? () -> {} : origin.reenter()::leaveWithAllInside;
  }
}
