package io.sleddog.lambda.config;

import org.jspecify.annotations.Nullable;

/** What the user set, with the defaults of Datadog's own libraries. Read once, never changed. */
public final class Settings {
  private final boolean tracing;
  private final boolean enhancedMetrics;
  private final boolean namedServices;
  private final @Nullable String service;
  private final @Nullable String env;
  private final @Nullable String version;
  private final String functionName;
  private final String runtime;
  private final @Nullable String handler;
  private final @Nullable String initType;

  /** Reads all settings. */
  public Settings(Environment environment) {
    tracing = environment.flag("DD_TRACE_ENABLED", true);
    enhancedMetrics = environment.flag("DD_ENHANCED_METRICS", true);
    namedServices = environment.flag("DD_TRACE_AWS_SERVICE_REPRESENTATION_ENABLED", true);
    service = environment.text("DD_SERVICE");
    env = environment.text("DD_ENV");
    version = environment.text("DD_VERSION");
    functionName = environment.text("AWS_LAMBDA_FUNCTION_NAME", "function");
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

  /**
   * Whether a span's service is the function's or the resource's own name rather than that of the
   * AWS service ({@code DD_TRACE_AWS_SERVICE_REPRESENTATION_ENABLED}).
   */
  public boolean namedServices() {
    return namedServices;
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
    return namedServices ? functionName : "aws.lambda";
  }

  /** The deployment environment ({@code DD_ENV}). */
  public @Nullable String env() {
    return env;
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

  /** How the sandbox came up, such as {@code on-demand} or {@code snap-start}. */
  public @Nullable String initType() {
    return initType;
  }
}
