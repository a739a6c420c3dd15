package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.context.Propagator;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.context.XRayHeader;
import io.sleddog.lambda.invocation.ColdStart;
import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.invocation.Invocation;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.line.LineSink;
import io.sleddog.lambda.line.LoggerSink;
import io.sleddog.lambda.line.MetricLine;
import io.sleddog.lambda.line.NoSink;
import io.sleddog.lambda.line.SpanJson;
import io.sleddog.lambda.line.TraceLines;
import io.sleddog.lambda.metric.Distribution;
import io.sleddog.lambda.metric.MetricTags;
import io.sleddog.lambda.metric.PointRules;
import io.sleddog.lambda.span.Clock;
import io.sleddog.lambda.span.SpanIds;
import io.sleddog.lambda.span.SystemClock;
import io.sleddog.lambda.span.Trace;
import io.sleddog.lambda.trigger.Triggers;
import java.io.File;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the library is made of, put together once. */
final class Instrumentation {
  /** Datadog's extension reports the function by itself: lines beside it would count twice. */
  private static final String EXTENSION = "/opt/extensions/datadog-agent";

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Settings settings;
  private final Warnings warnings;
  private final Clock clock;
  private final SpanIds ids;
  private final ColdStart coldStart;
  private final MetricTags metricTags;
  private final MetricLine metricLine;
  private final PointRules pointRules;
  private final LogContext logContext;
  private final Watchdog watchdog = new Watchdog();
  private final TraceLines traceLines;
  private final Triggers triggers;
  private final Propagator propagator;

  Instrumentation(
      Environment environment, Warnings warnings, Clock clock, LineSink sink, long seed) {
    this.settings = new Settings(environment);
    this.warnings = warnings;
    this.clock = clock;
    this.ids = new SpanIds(seed);
    this.coldStart = new ColdStart(clock.epochMillis(), settings.initType());
    this.metricTags = new MetricTags(settings.runtime());
    this.metricLine = new MetricLine(sink, warnings);
    this.pointRules = new PointRules(warnings);
    this.traceLines = new TraceLines(sink, new SpanJson(settings.spanTags()));
    this.logContext = new LogContext(settings);
    this.triggers = new Triggers(settings.decodeAuthorizer());
    this.propagator = new Propagator(settings.extractStyles(), settings.injectStyles());
  }

  /** The one of this process, with its environment, clock and log. */
  static Instrumentation ofProcess() {
    Warnings warnings = new Warnings();
    Clock clock = new SystemClock();
    long seed = clock.nanos() ^ System.identityHashCode(warnings);
    LineSink sink = new File(EXTENSION).isFile() ? new NoSink() : new LoggerSink();
    return new Instrumentation(Environment.ofProcess(warnings), warnings, clock, sink, seed);
  }

  Settings settings() {
    return settings;
  }

  Warnings warnings() {
    return warnings;
  }

  LogContext logContext() {
    return logContext;
  }

  Watchdog watchdog() {
    return watchdog;
  }

  Propagator propagator() {
    return propagator;
  }

  MetricTags metricTags() {
    return metricTags;
  }

  /** Begins to observe an invocation; null if the library itself failed at it. */
  @Nullable Observation begin(Json event, Context context) {
    try {
      return beginUnguarded(event, context);
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable ours) {
      warnings.say("an invocation is not traced", ours);
      return null;
    }
  }

  private Observation beginUnguarded(Json event, Context context) {
    Invocation invocation = invocation(context);
    ids.stir(invocation.requestId());
    EventAnalysis analysis = new EventAnalysis(event, triggers, settings, warnings);
    long actAt =
        Watchdog.actAt(System.nanoTime(), context.getRemainingTimeInMillis() * NANOS_PER_MILLI);
    Observation observation = new Observation(this, invocation, analysis, actAt);
    observation.count("aws.lambda.enhanced.invocations", 1);
    String view = analysis.streamViewType();
    if (view != null) {
      point("datadog.serverless.dynamodb.stream.type", 1, metricTags.custom("streamtype:" + view));
    }
    if (settings.tracing()) {
      TraceContext traceContext = traceContext(analysis, context);
      observation.trace(
          new Trace(traceContext, ids, clock, traceLines),
          analysis.batchLinks(propagator, traceContext));
      watchdog.watch(observation);
    }
    return observation;
  }

  private TraceContext traceContext(EventAnalysis analysis, Context context) {
    TraceContext upstream = analysis.upstream(propagator, context);
    boolean asksXray = settings.mergeXray() || (upstream == null && analysis.hangsBelowXray());
    XRayHeader xray = asksXray ? EventAnalysis.xray(context) : null;
    if (upstream != null) {
      return xray == null ? upstream : upstream.withParent(xray.parentId());
    }
    TraceContext merged = xray == null || !settings.mergeXray() ? null : xray.toContext();
    if (merged != null) {
      return merged;
    }
    TraceContext fresh =
        TraceContext.begin(clock.epochMillis() / 1000, ids.next(), settings.sampleRate());
    return xray == null ? fresh : fresh.withParent(xray.parentId());
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

  /** Writes a point of the user's own, if it is of any use. */
  void customPoint(String name, double value, @Nullable Instant time, String... tags) {
    if (!pointRules.accept(name, value)) {
      return;
    }
    long now = clock.epochMillis() / 1000;
    long seconds = time == null ? now : time.getEpochSecond();
    if (time != null) {
      pointRules.checkTime(name, seconds, now);
    }
    metricLine.write(new Distribution(name, value, seconds, metricTags.custom(tags)));
  }
}
