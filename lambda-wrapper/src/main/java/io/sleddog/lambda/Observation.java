package io.sleddog.lambda;

import io.sleddog.lambda.config.Version;
import io.sleddog.lambda.invocation.ColdStart;
import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.invocation.Invocation;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.Trace;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One invocation under observation: from its begin, by way of its failure if there is one, to its
 * end.
 */
final class Observation {
  private final Instrumentation instrumentation;
  private final Invocation invocation;
  private @Nullable ActiveSpan functionSpan;
  private @Nullable Scope scope;

  Observation(Instrumentation instrumentation, Invocation invocation) {
    this.instrumentation = instrumentation;
    this.invocation = invocation;
  }

  /** Writes a point of one of the metrics that every invocation has. */
  void count(String metric) {
    if (instrumentation.settings().enhancedMetrics()) {
      instrumentation.point(metric, 1, instrumentation.metricTags().enhanced(invocation));
    }
  }

  /** Begins the function's span, current for the calling thread. */
  void trace(Trace trace) {
    ActiveSpan span = trace.start("aws.lambda", instrumentation.settings().functionService(), null);
    span.type("serverless");
    span.resource(instrumentation.settings().functionName());
    tag(span);
    functionSpan = span;
    scope = Scope.enter(instrumentation, span);
  }

  private void tag(ActiveSpan span) {
    String function = instrumentation.settings().functionName();
    ColdStart.Sandbox sandbox = invocation.sandbox();
    span.tag("span.kind", "server");
    span.tag("cold_start", sandbox == ColdStart.Sandbox.COLD ? "true" : "false");
    span.tag("proactive_initialization", sandbox == ColdStart.Sandbox.PREPARED ? "true" : null);
    FunctionArn arn = invocation.arn();
    String qualifier = arn == null ? null : arn.qualifier();
    span.tag("function_arn", arn == null ? null : arn.unqualified());
    span.tag("function_version", qualifier == null ? "$LATEST" : qualifier);
    span.tag("request_id", invocation.requestId());
    span.tag("resource_names", function);
    span.tag("functionname", function.toLowerCase(Locale.ROOT));
    span.tag("datadog_lambda", Version.TEXT);
    span.tag("language", "jvm");
    span.tag("env", instrumentation.settings().env());
    span.tag("version", instrumentation.settings().version());
  }

  /** The user's handler threw. */
  void failed(Throwable cause) {
    try {
      if (functionSpan != null) {
        functionSpan.fail(cause);
      }
      count("aws.lambda.enhanced.errors");
    } catch (RuntimeException ours) {
      instrumentation.warnings().say("an error is not recorded", ours);
    }
  }

  /** The invocation is over. */
  void end() {
    try {
      if (scope != null) {
        scope.leaveWithAllInside();
      }
      if (functionSpan != null) {
        functionSpan.end();
        functionSpan.trace().write();
      }
    } catch (RuntimeException ours) {
      instrumentation.warnings().say("a trace is not written", ours);
    }
  }
}
