package io.sleddog.lambda;

import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.Trace;

/**
 * The function's own code failed before there was an invocation: a static initialiser or a
 * constructor threw. Without this such a function is seen nowhere but in its log.
 */
final class InitFailure {
  private InitFailure() {}

  /** Writes an error point and a span that ends now; never throws. */
  static void write(Instrumentation instrumentation, Throwable cause) {
    try {
      writeUnguarded(instrumentation, cause, instrumentation.trace(instrumentation.fresh(-1)));
    } catch (RuntimeException | LinkageError ours) {
      instrumentation.warnings().say("a failure to load the function is not written", ours);
    }
  }

  private static void writeUnguarded(
      Instrumentation instrumentation, Throwable cause, Trace trace) {
    Settings settings = instrumentation.settings();
    instrumentation.points().unloaded("aws.lambda.enhanced.errors", 1);
    if (!settings.tracing()) {
      return;
    }
    long begin =
        Math.min(trace.beginNanos(), instrumentation.coldStart().loadedMillis() * 1_000_000);
    ActiveSpan span = trace.start("aws.lambda", settings.functionService(), null, begin);
    span.type("serverless");
    span.resource(settings.functionName());
    span.tag("span.kind", "server");
    span.tag("cold_start", "true");
    span.tag("resource_names", settings.functionName());
    span.tag("operation_name", "aws.lambda");
    span.tag("error.status", "500");
    span.tag("version", settings.version());
    span.fail(cause);
    span.end();
    trace.write();
  }
}
