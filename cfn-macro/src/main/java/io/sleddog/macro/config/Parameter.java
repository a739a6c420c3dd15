package io.sleddog.macro.config;

import io.sleddog.plan.settings.Variable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The macro's parameters; their names are those of Datadog's macro and construct where they are.
 */
enum Parameter {
  ENABLED("enabled", Kind.FLAG),
  EXCLUDE("exclude", Kind.LIST),
  ADD_LAYERS("addLayers", Kind.FLAG),
  JAVA_LAYER_ARN("javaLayerArn", Kind.TEXT),
  JAVA_LAYER_VERSION("javaLayerVersion", Kind.NUMBER),
  USE_LAYERS_FROM_ACCOUNT("useLayersFromAccount", Kind.TEXT),
  REDIRECT_HANDLER("redirectHandler", Kind.FLAG),
  EXEC_WRAPPER("execWrapper", Kind.FLAG),
  OVERWRITE("overwrite", Kind.FLAG),
  FORWARDER_ARN("forwarderArn", Kind.TEXT),
  CREATE_FORWARDER_PERMISSIONS("createForwarderPermissions", Kind.FLAG),
  CREATE_LOG_GROUPS("createLogGroups", Kind.FLAG),
  LOG_RETENTION("logRetentionInDays", Kind.NUMBER),
  FILTER_NAME("subscriptionFilterName", Kind.TEXT),
  FILTER_PATTERN("subscriptionFilterPattern", Kind.TEXT),
  FILTER_LIMIT("subscriptionFilterLimit", Kind.NUMBER),
  STACK_NAME("stackName", Kind.TEXT),
  TAGS("tags", Kind.TEXT, "DD_TAGS"),
  GIT_DATA("gitData", Kind.TEXT),
  ENABLE_XRAY_TRACING("enableXrayTracing", Kind.FLAG),
  SERVICE("service", Variable.SERVICE),
  ENV("env", Variable.ENV),
  VERSION("version", Variable.VERSION),
  SITE("site", Variable.SITE),
  LOG_LEVEL("logLevel", Variable.LOG_LEVEL),
  FLUSH_METRICS_TO_LOGS("flushMetricsToLogs", Variable.FLUSH_TO_LOG),
  ENABLE_TRACING("enableDDTracing", Variable.TRACE_ENABLED),
  ENABLE_ENHANCED_METRICS("enableEnhancedMetrics", Variable.ENHANCED_METRICS),
  INJECT_LOG_CONTEXT("injectLogContext", Variable.LOGS_INJECTION),
  ENABLE_MERGE_XRAY_TRACES("enableMergeXrayTraces", Variable.MERGE_XRAY_TRACES),
  CAPTURE_LAMBDA_PAYLOAD("captureLambdaPayload", Variable.CAPTURE_LAMBDA_PAYLOAD),
  ENABLE_COLD_START_TRACING("enableColdStartTracing", Variable.COLD_START_TRACING),
  ENCODE_AUTHORIZER_CONTEXT("encodeAuthorizerContext", Variable.ENCODE_AUTHORIZER_CONTEXT),
  DECODE_AUTHORIZER_CONTEXT("decodeAuthorizerContext", Variable.DECODE_AUTHORIZER_CONTEXT),
  MIN_COLD_START_DURATION("minColdStartTraceDuration", Kind.NUMBER, "DD_MIN_COLD_START_DURATION"),
  COLD_START_SKIP_LIBS("coldStartTraceSkipLibs", Kind.TEXT, "DD_COLD_START_TRACE_SKIP_LIB");

  /** What a parameter may hold. */
  enum Kind {
    TEXT,
    FLAG,
    NUMBER,
    LIST
  }

  private final String key;
  private final Kind kind;
  private final @Nullable String variable;

  Parameter(String key, Kind kind, @Nullable String variable) {
    this.key = key;
    this.kind = kind;
    this.variable = variable;
  }

  Parameter(String key, Kind kind) {
    this(key, kind, null);
  }

  Parameter(String key, Variable variable) {
    this(key, variable.isFlag() ? Kind.FLAG : Kind.TEXT, variable.key());
  }

  static Optional<Parameter> of(String key) {
    return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
  }

  /** The parameter's name. */
  String key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  /** Whether the value only moves on, so that nobody needs to know it here. */
  boolean takesExpression() {
    boolean isArn = this == FORWARDER_ARN || this == JAVA_LAYER_ARN;
    return isArn
        || this == USE_LAYERS_FROM_ACCOUNT
        || (kind == Kind.TEXT && variable().isPresent());
  }

  /** The function's variable that the parameter sets as it is; none if it means more than that. */
  Optional<String> variable() {
    return this == TAGS ? Optional.empty() : Optional.ofNullable(variable);
  }

  /** The variable of the macro's own function that sets the parameter for all templates. */
  String environmentKey() {
    return variable != null
        ? variable
        : "SLEDDOG_" + key.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }
}
