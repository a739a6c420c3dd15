package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.sleddog.lambda.agent.Agent;
import io.sleddog.lambda.agent.XRayMetadata;
import io.sleddog.lambda.config.AgentSettings;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.config.Settings;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.context.Propagator;
import io.sleddog.lambda.context.Sampler;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.context.XRayHeader;
import io.sleddog.lambda.invocation.ColdStart;
import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.invocation.Invocation;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.line.LineSink;
import io.sleddog.lambda.line.LoggerSink;
import io.sleddog.lambda.line.OutputSink;
import io.sleddog.lambda.line.SpanJson;
import io.sleddog.lambda.line.TraceLines;
import io.sleddog.lambda.span.Clock;
import io.sleddog.lambda.span.SpanIds;
import io.sleddog.lambda.span.SystemClock;
import io.sleddog.lambda.span.Trace;
import io.sleddog.lambda.span.TraceSink;
import io.sleddog.lambda.tag.Tags;
import io.sleddog.lambda.trigger.Triggers;
import java.io.File;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Everything the library is made of, put together once. */
final class Instrumentation {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Settings settings;
  private final Warnings warnings;
  private final Clock clock;
  private final SpanIds ids;

  /** Memory for the end of an invocation that ran out of it. */
  private final AtomicReference<byte @Nullable []> reserve =
      new AtomicReference<>(new byte[64 * 1024]);

  /** Registered with the runtime, which keeps no reference that counts; null without SnapStart. */
  private final @Nullable Object restoreHook;

  private final ColdStart coldStart;
  private final Points points;
  private final FunctionTags functionTags;
  private final LogContext logContext;
  private final Watchdog watchdog = new Watchdog();
  private final TraceSink traceSink;

  private final LineSink sink;

  /** Where all goes instead of into lines; null in a function without Datadog's extension. */
  private final @Nullable Agent agent;

  /** What was invoked last, which is mostly invoked again. */
  private volatile @Nullable FunctionArn lastArn;

  private final Triggers triggers;
  private final Propagator propagator;

  /** Null where all traces are kept, as is the next where the user has none. */
  private final @Nullable Sampler sampler;

  private final @Nullable UserExtractor extractor;

  /** {@code lines}: where lines go; null to find out from the environment what takes them. */
  Instrumentation(
      Environment environment,
      Warnings warnings,
      Clock clock,
      @Nullable LineSink lines,
      long seed) {
    this.settings = new Settings(environment);
    this.agent = lines == null ? agent(environment, settings, warnings) : null;
    this.sink = lines == null ? sink(settings) : lines;
    this.warnings = warnings;
    this.clock = clock;
    this.ids = new SpanIds(seed);
    this.coldStart = new ColdStart(clock.epochMillis(), settings.initType());
    this.functionTags = new FunctionTags(settings);
    this.points = new Points(settings, sink, agent, warnings, clock);
    // Datadog's tracing agent, where it is in this JVM, writes all traces.
    this.traceSink =
        lines == null && hasTracer()
            ? TracerPlaceholder.sinkFor(settings, agent, warnings)
            : ownSink();
    this.logContext = new LogContext(settings);
    this.triggers = new Triggers(settings.decodeAuthorizer());
    this.propagator =
        new Propagator(
            settings.extractStyles(),
            settings.injectStyles(),
            settings.extractFirst(),
            settings.longestTraceTags(),
            points.areOfProcess() ? null : "lambda");
    boolean keepsAll = settings.samplingRules() == null && settings.sampleRate() < 0;
    this.sampler = keepsAll ? null : Sampler.of(settings, warnings);
    String extractorClass = settings.extractor();
    this.extractor = extractorClass == null ? null : new UserExtractor(extractorClass, warnings);
    this.restoreHook = "snap-start".equals(settings.initType()) ? RestoreHook.register(this) : null;
  }

  /** The one of this process, with its environment, clock and log. */
  static Instrumentation ofProcess() {
    Warnings warnings = new Warnings();
    Clock clock = new SystemClock();
    long seed = clock.nanos() ^ System.identityHashCode(warnings);
    return new Instrumentation(Environment.ofProcess(warnings), warnings, clock, null, seed);
  }

  private static LineSink sink(Settings settings) {
    return settings.writesLinesOfProcess() ? new OutputSink() : new LoggerSink();
  }

  private TraceSink ownSink() {
    TraceSink own = agent == null ? new TraceLines(sink, new SpanJson(settings.spanTags())) : agent;
    return hasDatadogApi() ? DatadogApi.join(own, warnings) : own;
  }

  /** The agent puts its interface where no other library can: among the JVM's own classes. */
  private static boolean hasTracer() {
    try {
      Class.forName("datadog.trace.api.GlobalTracer", false, null);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  /** Whether nobody looks at the spans of an invocation once they are written. */
  boolean forgetsSpans() {
    return traceSink.forgets();
  }

  /** Whether spans of ours can have other spans below them. */
  boolean makesSpansCurrent() {
    return traceSink.takesInner();
  }

  /**
   * Datadog's extension, which sends by itself, so that lines beside it would count twice; outside
   * Lambda the Agent; null where lines are written.
   */
  private static @Nullable Agent agent(
      Environment environment, Settings settings, Warnings warnings) {
    if (new File(settings.extensionPath()).isFile()) {
      return Agent.extension(new AgentSettings(environment, settings), settings, warnings);
    }
    return settings.writesLines()
        ? null
        : Agent.beside(new AgentSettings(environment, settings), settings, warnings);
  }

  /** The function's code is there, and waits for its first invocation. */
  void loaded() {
    coldStart.loaded(clock.epochMillis());
  }

  /** This process goes on from a snapshot, as others do: makes it unlike them. */
  void restored(long chance) {
    ids.stir(Long.toString(chance));
    coldStart.restored(clock.epochMillis());
  }

  /** Whether the runtime tells of snapshots. */
  boolean knowsRestore() {
    return restoreHook != null;
  }

  /** Gives memory back for what is to be done without any. */
  void freeReserve() {
    reserve.set(null);
  }

  Clock clock() {
    return clock;
  }

  ColdStart coldStart() {
    return coldStart;
  }

  private static boolean hasDatadogApi() {
    ClassLoader loader = Instrumentation.class.getClassLoader();
    return loader.getResource("datadog/trace/api/GlobalTracer.class") != null;
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

  FunctionTags functionTags() {
    return functionTags;
  }

  Points points() {
    return points;
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
    observation.xray(sampledByXray(context));
    if (agent == null) {
      observation.count("aws.lambda.enhanced.invocations", 1);
    }
    String view = analysis.streamViewType();
    if (view != null) {
      points.tagged("datadog.serverless.dynamodb.stream.type", 1, "streamtype:" + view);
    }
    if (settings.tracing()) {
      TraceContext traceContext = analysis.traceContext(this, context);
      observation.trace(trace(traceContext), analysis.batchLinks(propagator, traceContext));
      watchdog.watch(observation);
    }
    return observation;
  }

  private Invocation invocation(Context context) {
    String requestId = context.getAwsRequestId();
    String version = context.getFunctionVersion();
    FunctionArn arn = FunctionArn.tryParse(context.getInvokedFunctionArn(), lastArn);
    lastArn = arn;
    return new Invocation(
        requestId == null ? "" : requestId,
        arn,
        version == null ? "$LATEST" : version,
        context.getMemoryLimitInMB(),
        coldStart.next(clock.epochMillis()));
  }

  /** How many points, events, checks and spans had nowhere to go. */
  long lost() {
    return traceSink.refused() + (agent == null ? 0 : agent.lostPoints() + agent.lostSpans());
  }

  /** The Agent or the extension; null where lines are written. */
  @Nullable Agent agent() {
    return agent;
  }

  /**
   * Begins a trace outside an invocation, or goes on with the one that {@code headers} tell. Only a
   * process that is no function has such traces.
   */
  Span startRoot(String operation, Map<String, String> headers) {
    if (!makesSpansCurrent()) {
      traceSink.refuse();
      return Span.NONE;
    }
    return points.areOfProcess() && settings.tracing()
        ? RootSpans.start(this, agent, operation, headers)
        : Span.NONE;
  }

  /** A trace that goes where all go. */
  Trace trace(TraceContext context) {
    return new Trace(context, ids, clock, traceSink);
  }

  /** The user's way to find a trace's context; null if there is none. */
  @Nullable UserExtractor extractor() {
    return extractor;
  }

  /** What decides about traces that begin here; null where all are kept. */
  @Nullable Sampler sampler() {
    return sampler;
  }

  /** A trace that begins here; {@code rate}: which part of such is kept, negative keeps all. */
  TraceContext fresh(double rate) {
    long seconds = clock.epochMillis() / 1000;
    TraceContext begun = sized(TraceContext.begin(seconds, ids.next(), rate));
    return sampler == null ? begun : sampler.limit(begun, seconds);
  }

  /** A trace that begins here and is kept by a rate of the Agent's. */
  TraceContext byAgent(double rate) {
    return rate < 0
        ? fresh(-1).untoldByAgent()
        : sized(TraceContext.beginByAgent(clock.epochMillis() / 1000, ids.next(), rate));
  }

  private TraceContext sized(TraceContext begun) {
    return settings.longTraceIds() ? begun : begun.withTraceId(0, begun.traceIdLow());
  }

  /** What X-Ray's own trace is to know of this invocation; null if it is not asked for. */
  @Nullable XRayHeader sampledByXray(Context context) {
    String header = settings.xrayDaemon() == null ? null : EventAnalysis.xrayText(context);
    return header != null && header.contains("Sampled=1") ? XRayHeader.tryParse(header) : null;
  }

  /** Leaves the trace's ids and the event's tags in X-Ray's trace. */
  void tellXray(XRayHeader header, @Nullable TraceContext upstream, Tags tags) {
    XRayMetadata metadata = new XRayMetadata(header, ids.next(), clock.epochMillis());
    metadata.send(settings.xrayDaemon(), upstream, tags, warnings);
  }
}
