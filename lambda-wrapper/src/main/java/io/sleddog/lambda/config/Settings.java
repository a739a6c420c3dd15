package io.sleddog.lambda.config;

import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user set, with the defaults of Datadog's own libraries. Read once, never changed. */
public final class Settings {
  private static final List<String> DEFAULT_STYLES = List.of("datadog", "tracecontext", "baggage");

  private static final List<String> KNOWN_STYLES =
      List.of(
          "datadog",
          "tracecontext",
          "baggage",
          "b3multi",
          "b3",
          "b3single",
          "b3 single header",
          "none");
  private static final List<String> DEFAULT_BAGGAGE_TAGS =
      List.of("user.id", "session.id", "account.id");

  private final boolean tracing;
  private final boolean enhancedMetrics;
  private final boolean managedServices;
  private final boolean decodeAuthorizer;
  private final boolean encodeAuthorizer;
  private final boolean mergeXray;
  private final boolean pointers;
  private final boolean payloads;
  private final boolean logsInjection;
  private final double sampleRate;
  private final int payloadDepth;
  private final ServiceNames serviceNames;
  private final boolean extractFirst;
  private final int longestTraceTags;
  private final boolean longTraceIds;
  private final boolean longLoggedIds;
  private final List<String> extractStyles;
  private final List<String> injectStyles;
  private final Tags spanTags;
  private final @Nullable String service;
  private final @Nullable String version;
  private final String functionName;
  private final String extensionPath;
  private final boolean tracerOpens;
  private final @Nullable String samplingRules;
  private final int tracesInSecond;
  private final @Nullable String extractor;
  private final List<String> baggageTags;
  private final @Nullable String xrayDaemon;
  private final boolean coldStartTracing;
  private final int minColdStartMillis;
  private final boolean function;
  private final boolean linesOfProcess;
  private final String runtime;
  private final @Nullable String handler;
  private final @Nullable String initType;

  /** Reads all settings. */
  public Settings(Environment environment) {
    environment.hearLevel("DD_LOG_LEVEL");
    tracing = environment.flag("DD_TRACE_ENABLED", true);
    enhancedMetrics = environment.flag("DD_ENHANCED_METRICS", true);
    managedServices = environment.flag("DD_TRACE_MANAGED_SERVICES", true);
    decodeAuthorizer = environment.flag("DD_DECODE_AUTHORIZER_CONTEXT", true);
    encodeAuthorizer = environment.flag("DD_ENCODE_AUTHORIZER_CONTEXT", true);
    pointers = environment.flag("DD_TRACE_AWS_ADD_SPAN_POINTERS", true);
    sampleRate = environment.rate("DD_TRACE_SAMPLE_RATE");
    logsInjection = environment.flag("DD_LOGS_INJECTION", true);
    payloads = environment.flag("DD_CAPTURE_LAMBDA_PAYLOAD", false);
    payloadDepth = environment.count("DD_CAPTURE_LAMBDA_PAYLOAD_MAX_DEPTH", 10);
    mergeXray = environment.flag("DD_MERGE_XRAY_TRACES", false);
    service = environment.text("DD_SERVICE");
    serviceNames = serviceNames(environment, service);
    extractFirst = environment.flag("DD_TRACE_PROPAGATION_EXTRACT_FIRST", false);
    longestTraceTags = environment.count("DD_TRACE_X_DATADOG_TAGS_MAX_LENGTH", 512);
    longTraceIds = environment.flag("DD_TRACE_128_BIT_TRACEID_GENERATION_ENABLED", true);
    longLoggedIds = environment.flag("DD_TRACE_128_BIT_TRACEID_LOGGING_ENABLED", true);
    List<String> styles = styles(environment, "DD_TRACE_PROPAGATION_STYLE", DEFAULT_STYLES);
    extractStyles = styles(environment, "DD_TRACE_PROPAGATION_STYLE_EXTRACT", styles);
    injectStyles = styles(environment, "DD_TRACE_PROPAGATION_STYLE_INJECT", styles);
    spanTags = spanTags(environment);
    version = environment.text("DD_VERSION");
    functionName = environment.text("AWS_LAMBDA_FUNCTION_NAME", "function");
    extensionPath = environment.text("SLEDDOG_EXTENSION_PATH", "/opt/extensions/datadog-agent");
    function = isFunction(environment);
    linesOfProcess = !function && environment.flag("DD_FLUSH_TO_LOG", false);
    samplingRules = environment.text("DD_TRACE_SAMPLING_RULES");
    tracesInSecond = environment.count("DD_TRACE_RATE_LIMIT", 100);
    extractor = environment.text("DD_TRACE_EXTRACTOR");
    baggageTags = environment.list("DD_TRACE_BAGGAGE_TAG_KEYS", DEFAULT_BAGGAGE_TAGS);
    xrayDaemon = environment.text("AWS_XRAY_DAEMON_ADDRESS");
    tracerOpens = environment.flag("DD_TRACE_OTEL_ENABLED", false);
    coldStartTracing = environment.flag("DD_COLD_START_TRACING", true);
    minColdStartMillis = environment.count("DD_MIN_COLD_START_DURATION", 3);
    runtime = runtime(environment.text("AWS_EXECUTION_ENV", ""));
    handler = environment.text("DD_LAMBDA_HANDLER");
    initType = environment.text("AWS_LAMBDA_INITIALIZATION_TYPE");
  }

  private static ServiceNames serviceNames(Environment environment, @Nullable String service) {
    boolean one = environment.flag("DD_TRACE_REMOVE_INTEGRATION_SERVICE_NAMES_ENABLED", false);
    boolean own = environment.flag("DD_TRACE_AWS_SERVICE_REPRESENTATION_ENABLED", true);
    String mapping = environment.text("DD_SERVICE_MAPPING", "");
    ServiceNames names = new ServiceNames(mapping, own, one ? service : null);
    if (!names.areAllPairs()) {
      environment.complain("DD_SERVICE_MAPPING", "what is understood of it");
    }
    return names;
  }

  private static Tags spanTags(Environment environment) {
    boolean some = environment.text("DD_TAGS") != null;
    Tags tags = some ? UserTags.read(environment, "DD_TAGS") : new Tags(2);
    tags.put("env", environment.text("DD_ENV"));
    return tags;
  }

  private static List<String> styles(
      Environment environment, String name, List<String> whenAbsent) {
    return environment.words(name, whenAbsent, KNOWN_STYLES);
  }

  private static boolean isFunction(Environment environment) {
    return environment.text("AWS_LAMBDA_FUNCTION_NAME") != null
        || environment.text("AWS_LAMBDA_RUNTIME_API") != null;
  }

  private static String runtime(String executionEnvironment) {
    String prefix = "AWS_Lambda_";
    return executionEnvironment.startsWith(prefix)
        ? executionEnvironment.substring(prefix.length())
        : "java" + Runtime.version().feature();
  }

  /** Whether spans are made at all ({@code DD_TRACE_ENABLED}). */
  public boolean tracing() {
    return tracing;
  }

  /** Whether each invocation is counted ({@code DD_ENHANCED_METRICS}). */
  public boolean enhancedMetrics() {
    return enhancedMetrics;
  }

  /** Whether there are spans for the services in front of the function. */
  public boolean managedServices() {
    return managedServices;
  }

  /** Whether an authorizer's trace context is read ({@code DD_DECODE_AUTHORIZER_CONTEXT}). */
  public boolean decodeAuthorizer() {
    return decodeAuthorizer;
  }

  /** Whether an authorizer's result carries the trace on ({@code DD_ENCODE_AUTHORIZER_CONTEXT}). */
  public boolean encodeAuthorizer() {
    return encodeAuthorizer;
  }

  /** Whether spans point to what S3 and DynamoDB say was written. */
  public boolean pointers() {
    return pointers;
  }

  /**
   * Which part of the traces begun here is kept ({@code DD_TRACE_SAMPLE_RATE}); negative if not
   * said.
   */
  public double sampleRate() {
    return sampleRate;
  }

  /** Rules about which traces are kept, as JSON ({@code DD_TRACE_SAMPLING_RULES}). */
  public @Nullable String samplingRules() {
    return samplingRules;
  }

  /** How many traces a second are kept under rules or a rate ({@code DD_TRACE_RATE_LIMIT}). */
  public int tracesInSecond() {
    return tracesInSecond;
  }

  /** The user's class that finds a trace context in an event ({@code DD_TRACE_EXTRACTOR}). */
  public @Nullable String extractor() {
    return extractor;
  }

  /** Which items of the baggage become tags; {@code *} for all. */
  public List<String> baggageTags() {
    return baggageTags;
  }

  /** Host and UDP port of X-Ray's daemon, as AWS sets them. */
  public @Nullable String xrayDaemon() {
    return xrayDaemon;
  }

  /** Whether log lines carry the ids of spans ({@code DD_LOGS_INJECTION}). */
  public boolean logsInjection() {
    return logsInjection;
  }

  /** Whether events and results become tags ({@code DD_CAPTURE_LAMBDA_PAYLOAD}). */
  public boolean payloads() {
    return payloads;
  }

  /** How deep they are opened ({@code DD_CAPTURE_LAMBDA_PAYLOAD_MAX_DEPTH}). */
  public int payloadDepth() {
    return payloadDepth;
  }

  /** Whether X-Ray's segments are part of the trace ({@code DD_MERGE_XRAY_TRACES}). */
  public boolean mergeXray() {
    return mergeXray;
  }

  /** What the services in front of the function are called. */
  public ServiceNames serviceNames() {
    return serviceNames;
  }

  /** In which styles a trace context is read, the first that is found counts. */
  public List<String> extractStyles() {
    return extractStyles;
  }

  /** Whether the first style that finds a context is the last that is asked. */
  public boolean extractFirst() {
    return extractFirst;
  }

  /** How many characters the tags of a trace may have that travel along. */
  public int longestTraceTags() {
    return longestTraceTags;
  }

  /** Whether traces that begin here have ids of 128 bits, rather than 64. */
  public boolean longTraceIds() {
    return longTraceIds;
  }

  /** Whether log lines have all 128 bits of a trace's id. */
  public boolean longLoggedIds() {
    return longLoggedIds;
  }

  /** In which styles a trace context is sent along. */
  public List<String> injectStyles() {
    return injectStyles;
  }

  /** The tags of every span ({@code DD_TAGS} and {@code DD_ENV}). */
  public Tags spanTags() {
    return spanTags;
  }

  /** The user's name of the service ({@code DD_SERVICE}). */
  public @Nullable String service() {
    return service;
  }

  /** The service of the function's span. */
  public String functionService() {
    if (service != null) {
      return service;
    }
    return serviceNames.areOwn() ? functionName : "aws.lambda";
  }

  /** The service of a process that is no function. */
  public String processService() {
    return service == null ? "unnamed-java-app" : service;
  }

  /**
   * The least load that is worth a span, in milliseconds ({@code DD_MIN_COLD_START_DURATION});
   * negative if none is wanted ({@code DD_COLD_START_TRACING}), or if the sandbox came up long
   * before its first invocation in a way that AWS names.
   */
  public int minColdStartMillis() {
    boolean onDemand = initType == null || initType.equals("on-demand") || isSnapshot();
    return coldStartTracing && onDemand ? minColdStartMillis : -1;
  }

  /** Whether sandboxes are restored from a snapshot (SnapStart). */
  public boolean isSnapshot() {
    return "snap-start".equals(initType);
  }

  /**
   * Whether Datadog's tracing agent, if it is there, takes spans by OpenTelemetry's API ({@code
   * DD_TRACE_OTEL_ENABLED}).
   */
  public boolean tracerOpens() {
    return tracerOpens;
  }

  /** Where Datadog's extension is, if the function has it. */
  public String extensionPath() {
    return extensionPath;
  }

  /**
   * Whether lines are written: in a function, and where the user says so ({@code DD_FLUSH_TO_LOG}).
   */
  public boolean writesLines() {
    return function || linesOfProcess;
  }

  /** Whether they are those of a process that is no function. */
  public boolean writesLinesOfProcess() {
    return linesOfProcess;
  }

  /** The version of the user's code ({@code DD_VERSION}). */
  public @Nullable String version() {
    return version;
  }

  /** The function's name. */
  public String functionName() {
    return functionName;
  }

  /** The managed runtime's name, such as {@code java21}. */
  public String runtime() {
    return runtime;
  }

  /** The user's handler ({@code DD_LAMBDA_HANDLER}). */
  public @Nullable String handler() {
    return handler;
  }

  /** How the sandbox came up, such as {@code on-demand} or {@code snap-start}; null if not told. */
  public @Nullable String initType() {
    return initType;
  }
}
