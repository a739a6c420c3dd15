package io.sleddog.lambda.config;

import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user set, with the defaults of Datadog's own libraries. Read once, never changed. */
public final class Settings {
  private static final List<String> DEFAULT_STYLES = List.of("datadog", "tracecontext", "baggage");

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
  private final List<String> extractStyles;
  private final List<String> injectStyles;
  private final Tags spanTags;
  private final @Nullable String service;
  private final @Nullable String version;
  private final String functionName;
  private final String extensionPath;
  private final boolean tracerOpens;
  private final boolean coldStartTracing;
  private final int minColdStartMillis;
  private final boolean lines;
  private final String runtime;
  private final @Nullable String handler;
  private final @Nullable String initType;

  /** Reads all settings. */
  public Settings(Environment environment) {
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
    serviceNames =
        new ServiceNames(
            environment.text("DD_SERVICE_MAPPING", ""),
            environment.flag("DD_TRACE_AWS_SERVICE_REPRESENTATION_ENABLED", true));
    List<String> styles = environment.list("DD_TRACE_PROPAGATION_STYLE", DEFAULT_STYLES);
    extractStyles = environment.list("DD_TRACE_PROPAGATION_STYLE_EXTRACT", styles);
    injectStyles = environment.list("DD_TRACE_PROPAGATION_STYLE_INJECT", styles);
    spanTags = UserTags.parse(environment.text("DD_TAGS", ""));
    service = environment.text("DD_SERVICE");
    spanTags.put("env", environment.text("DD_ENV"));
    version = environment.text("DD_VERSION");
    functionName = environment.text("AWS_LAMBDA_FUNCTION_NAME", "function");
    extensionPath = environment.text("SLEDDOG_EXTENSION_PATH", "/opt/extensions/datadog-agent");
    lines =
        environment.text("AWS_LAMBDA_FUNCTION_NAME") != null
            || environment.text("AWS_LAMBDA_RUNTIME_API") != null
            || environment.flag("DD_FLUSH_TO_LOG", false);
    tracerOpens = environment.flag("DD_TRACE_OTEL_ENABLED", false);
    coldStartTracing = environment.flag("DD_COLD_START_TRACING", true);
    minColdStartMillis = environment.count("DD_MIN_COLD_START_DURATION", 3);
    runtime = runtime(environment.text("AWS_EXECUTION_ENV", ""));
    handler = environment.text("DD_LAMBDA_HANDLER");
    initType = environment.text("AWS_LAMBDA_INITIALIZATION_TYPE");
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
    boolean onDemand = initType == null || initType.equals("on-demand");
    return coldStartTracing && onDemand ? minColdStartMillis : -1;
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
    return lines;
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
