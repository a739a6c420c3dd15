package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.invocation.ColdStart;
import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.invocation.Invocation;
import io.sleddog.lambda.line.LineSink;
import io.sleddog.lambda.line.LoggerSink;
import io.sleddog.lambda.line.MetricLine;
import io.sleddog.lambda.line.SpanJson;
import io.sleddog.lambda.line.TraceLines;
import io.sleddog.lambda.metric.Distribution;
import io.sleddog.lambda.metric.MetricTags;
import io.sleddog.lambda.span.Clock;
import io.sleddog.lambda.span.SpanIds;
import io.sleddog.lambda.span.SystemClock;
import io.sleddog.lambda.span.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the library is made of, put together once. */
final class Instrumentation {
  private final Settings settings;
  private final Warnings warnings;
  private final Clock clock;
  private final SpanIds ids;
  private final ColdStart coldStart;
  private final MetricTags metricTags;
  private final MetricLine metricLine;
  private final TraceLines traceLines;

  Instrumentation(
      Environment environment, Warnings warnings, Clock clock, LineSink sink, long seed) {
    this.settings = new Settings(environment);
    this.warnings = warnings;
    this.clock = clock;
    this.ids = new SpanIds(seed);
    this.coldStart = new ColdStart(clock.epochMillis());
    this.metricTags = new MetricTags(settings.runtime());
    this.metricLine = new MetricLine(sink);
    this.traceLines = new TraceLines(sink, new SpanJson());
  }

  /** The one of this process, with its environment, clock and log. */
  static Instrumentation ofProcess() {
    Warnings warnings = new Warnings();
    Clock clock = new SystemClock();
    long seed = clock.nanos() ^ System.identityHashCode(warnings);
    return new Instrumentation(
        Environment.ofProcess(warnings), warnings, clock, new LoggerSink(), seed);
  }

  Settings settings() {
    return settings;
  }

  Warnings warnings() {
    return warnings;
  }

  MetricTags metricTags() {
    return metricTags;
  }

  /** Begins to observe an invocation; null if the library itself failed at it. */
  @Nullable Observation begin(Context context) {
    try {
      return beginUnguarded(context);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable ours) {
      warnings.say("an invocation is not traced", ours);
      return null;
    }
  }

  private Observation beginUnguarded(Context context) {
    Invocation invocation = invocation(context);
    ids.stir(invocation.requestId());
    Observation observation = new Observation(this, invocation);
    observation.count("aws.lambda.enhanced.invocations");
    if (settings.tracing()) {
      long seconds = clock.epochMillis() / 1000;
      TraceContext traceContext = TraceContext.begin(seconds, ids.next());
      observation.trace(new Trace(traceContext, ids, clock, traceLines));
    }
    return observation;
  }

  private Invocation invocation(Context context) {
    String requestId = context.getAwsRequestId();
    String version = context.getFunctionVersion();
    return new Invocation(
        requestId == null ? "" : requestId,
        FunctionArn.tryParse(context.getInvokedFunctionArn()),
        version == null ? "$LATEST" : version,
        context.getMemoryLimitInMB(),
        coldStart.next(clock.epochMillis()));
  }

  /** Writes a point that was measured now. */
  void point(String name, double value, List<String> tags) {
    metricLine.write(new Distribution(name, value, clock.epochMillis() / 1000, tags));
  }

  /** Writes a point that was measured at some other time. */
  void point(String name, double value, long epochSeconds, List<String> tags) {
    metricLine.write(new Distribution(name, value, epochSeconds, tags));
  }
}
