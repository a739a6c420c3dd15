package io.sleddog.lambda;

import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The span of what comes between a restored snapshot and its first invocation: the function's own
 * hooks, mostly. What AWS does before the first hook is told to nobody in the sandbox.
 */
final class RestoreSpan {
  private static final String NAME = "aws.lambda.snapstart_restore";

  /** A sandbox that waits longer was restored ahead of need. */
  private static final long LONGEST_MILLIS = 10_000;

  private RestoreSpan() {}

  /** Adds it beside the function's span, if there was a restore that is worth one. */
  static void add(
      Instrumentation instrumentation, Trace trace, @Nullable ActiveSpan above, String requestId) {
    Settings settings = instrumentation.settings();
    long begin = instrumentation.coldStart().restoredMillis();
    long took = trace.beginNanos() / 1_000_000 - begin;
    if (!instrumentation.knowsRestore()
        || took < settings.minColdStartMillis()
        || took > LONGEST_MILLIS) {
      return;
    }
    ActiveSpan span = trace.start(NAME, settings.functionService(), above, begin * 1_000_000);
    span.type("serverless");
    span.resource(settings.functionName());
    span.tag("resource_names", settings.functionName());
    span.tag("operation_name", NAME);
    span.tag("request_id", requestId);
    span.endAt(trace.beginNanos());
  }
}
