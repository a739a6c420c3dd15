package io.sleddog.cli.lambda;

import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.Problem;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that become environment variables and tags of a function. */
final class VariableOptions {
  private static final String SWITCH = "true|false";

  @Option(names = "--service", order = 20, paramLabel = "NAME", description = "DD_SERVICE")
  private @Nullable String service;

  @Option(names = "--env", order = 21, paramLabel = "NAME", description = "DD_ENV")
  private @Nullable String env;

  @Option(names = "--version", order = 22, paramLabel = "TEXT", description = "DD_VERSION")
  private @Nullable String version;

  @Option(
      names = "--extra-tags",
      order = 23,
      paramLabel = "KEY:VALUE,…",
      description = "Tags, merged into DD_TAGS; AWS tags as well if there is a forwarder.")
  private @Nullable String extraTags;

  @Option(
      names = "--tracing",
      order = 24,
      arity = "1",
      paramLabel = SWITCH,
      description = "DD_TRACE_ENABLED; true unless the function says otherwise.")
  private @Nullable Boolean tracing;

  @Option(
      names = "--merge-xray-traces",
      order = 25,
      arity = "1",
      paramLabel = SWITCH,
      description = "DD_MERGE_XRAY_TRACES")
  private @Nullable Boolean mergeXrayTraces;

  @Option(
      names = "--flush-metrics-to-logs",
      order = 26,
      arity = "1",
      paramLabel = SWITCH,
      description = "DD_FLUSH_TO_LOG; true unless the function says otherwise.")
  private @Nullable Boolean flushMetricsToLogs;

  @Option(
      names = "--capture-lambda-payload",
      order = 27,
      arity = "1",
      paramLabel = SWITCH,
      description = "DD_CAPTURE_LAMBDA_PAYLOAD")
  private @Nullable Boolean captureLambdaPayload;

  @Option(
      names = "--log-level",
      order = 28,
      paramLabel = "LEVEL",
      description = "DD_LOG_LEVEL; stays as it is if not given.")
  private @Nullable String logLevel;

  @Option(
      names = "--enhanced-metrics",
      order = 29,
      arity = "1",
      paramLabel = SWITCH,
      description = "DD_ENHANCED_METRICS")
  private @Nullable Boolean enhancedMetrics;

  @Option(
      names = "--logs-injection",
      order = 30,
      arity = "1",
      paramLabel = SWITCH,
      description = "DD_LOGS_INJECTION")
  private @Nullable Boolean logsInjection;

  @Option(
      names = "--cold-start-tracing",
      order = 31,
      arity = "1",
      paramLabel = SWITCH,
      description = "DD_COLD_START_TRACING")
  private @Nullable Boolean coldStartTracing;

  @Option(
      names = "--encode-authorizer-context",
      order = 32,
      arity = "1",
      paramLabel = SWITCH,
      description = "DD_ENCODE_AUTHORIZER_CONTEXT")
  private @Nullable Boolean encodeAuthorizerContext;

  @Option(
      names = "--decode-authorizer-context",
      order = 33,
      arity = "1",
      paramLabel = SWITCH,
      description = "DD_DECODE_AUTHORIZER_CONTEXT")
  private @Nullable Boolean decodeAuthorizerContext;

  @Option(
      names = {"-s", "--source-code-integration"},
      order = 34,
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = SWITCH,
      description = "Add tags for commit and repository of the current folder; false by default.")
  private boolean isSourceTagged;

  @Option(names = "--no-source-code-integration", hidden = true)
  private boolean isNotSourceTagged;

  /**
   * The settings with what the options say.
   *
   * @throws Problem if tags are not written as tags
   */
  Settings apply(Settings settings, Run run) {
    Settings changed = settings;
    for (Map.Entry<Variable, Object> it : variables(run).entrySet()) {
      changed = changed.with(it.getKey(), String.valueOf(it.getValue()));
    }
    for (Map.Entry<String, String> it : tags(run).entrySet()) {
      changed = changed.withTag(it.getKey(), Text.of(it.getValue()));
    }
    return changed;
  }

  private Map<Variable, Object> variables(Run run) {
    Map<Variable, @Nullable Object> all = new LinkedHashMap<>();
    all.put(Variable.SERVICE, service);
    all.put(Variable.ENV, env);
    all.put(Variable.VERSION, version);
    all.put(Variable.SITE, run.session().environment().get("DATADOG_SITE"));
    all.put(Variable.TRACE_ENABLED, tracing);
    all.put(Variable.MERGE_XRAY_TRACES, mergeXrayTraces);
    all.put(Variable.FLUSH_TO_LOG, flushMetricsToLogs);
    all.put(Variable.CAPTURE_LAMBDA_PAYLOAD, captureLambdaPayload);
    all.put(Variable.LOG_LEVEL, logLevel);
    all.put(Variable.ENHANCED_METRICS, enhancedMetrics);
    all.put(Variable.LOGS_INJECTION, logsInjection);
    all.put(Variable.COLD_START_TRACING, coldStartTracing);
    all.put(Variable.ENCODE_AUTHORIZER_CONTEXT, encodeAuthorizerContext);
    all.put(Variable.DECODE_AUTHORIZER_CONTEXT, decodeAuthorizerContext);
    Map<Variable, Object> said = new LinkedHashMap<>();
    all.forEach(
        (variable, value) -> {
          if (value != null) {
            said.put(variable, value);
          }
        });
    return said;
  }

  private Map<String, String> tags(Run run) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (isSourceTagged && !isNotSourceTagged) {
      tags.putAll(SourceTags.of(run.session().folder(), run.screen()));
    }
    if (extraTags != null) {
      for (String tag : extraTags.split(",", 0)) {
        int colon = tag.indexOf(':');
        if (colon < 1 || colon == tag.length() - 1) {
          throw Problem.usage(
              "extra-tags",
              "\"" + tag + "\" in --extra-tags is no tag",
              "Write key:value,key:value");
        }
        tags.put(tag.substring(0, colon).strip(), tag.substring(colon + 1).strip());
      }
    }
    return tags;
  }
}
