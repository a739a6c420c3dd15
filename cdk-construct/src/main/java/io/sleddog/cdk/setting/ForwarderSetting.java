package io.sleddog.cdk.setting;

import static io.sleddog.cdk.setting.SettingRule.COMPRESSION_LEVEL;
import static io.sleddog.cdk.setting.SettingRule.COUNT;
import static io.sleddog.cdk.setting.SettingRule.FLAG;
import static io.sleddog.cdk.setting.SettingRule.HOST;
import static io.sleddog.cdk.setting.SettingRule.TEXT;
import static io.sleddog.cdk.setting.SettingRule.URL;

/**
 * One setting of the forwarder: its environment variable, the template's parameter of the same
 * meaning and that parameter's default. Names and defaults are those of Datadog's own forwarder.
 */
public enum ForwarderSetting {
  /** Which Datadog site gets the data. */
  SITE("DD_SITE", "DdSite", "datadoghq.com", HOST, "Datadog site that gets the data."),
  /** Host of the log intake. */
  LOGS_HOST("DD_URL", "DdUrl", "", HOST, "Host of the log intake, instead of the site's own."),
  /** Port of the log intake. */
  LOGS_PORT("DD_PORT", "DdPort", "", SettingRule.PORT, "Port of the log intake; 443 if empty."),
  /** Address of the metric intake. */
  API_URL("DD_API_URL", "DdApiUrl", "", URL, "Address of the metric intake."),
  /** Address of the trace intake. */
  TRACE_URL("DD_TRACE_INTAKE_URL", "DdTraceIntakeUrl", "", URL, "Address of the trace intake."),
  /** Plain HTTP for all three intakes. */
  NO_SSL("DD_NO_SSL", "DdNoSsl", "false", FLAG, "Plain HTTP instead of HTTPS."),
  /** No check of certificates. */
  SKIP_SSL_VALIDATION(
      "DD_SKIP_SSL_VALIDATION", "DdSkipSslValidation", "false", FLAG, "Accept any certificate."),
  /** Compressed log requests. */
  USE_COMPRESSION("DD_USE_COMPRESSION", "DdUseCompression", "true", FLAG, "Compress what is sent."),
  /** How to compress. */
  COMPRESSION_KIND(
      "DD_LOGS_CONFIG_COMPRESSION_KIND",
      "DdCompressionKind",
      "",
      SettingRule.COMPRESSION_KIND,
      "gzip or zstd; gzip if empty."),
  /** How hard to compress. */
  COMPRESSION_LEVEL_OF_LOGS(
      "DD_COMPRESSION_LEVEL",
      "DdCompressionLevel",
      "6",
      COMPRESSION_LEVEL,
      "0 (none) to 9 (smallest), with zstd to 19."),
  /** Requests under way at once. */
  MAX_WORKERS("DD_MAX_WORKERS", "DdMaxWorkers", "20", COUNT, "Requests under way at once."),
  /** Proxy for plain requests. */
  HTTP_PROXY("HTTP_PROXY", "DdHttpProxyURL", "", URL, "Proxy for every request to Datadog."),
  /** Proxy for encrypted requests. */
  HTTPS_PROXY("HTTPS_PROXY", "DdHttpProxyURL", "", URL, "Proxy for every request to Datadog."),
  /** Hosts that the proxy is not asked for. */
  NO_PROXY("NO_PROXY", "DdNoProxy", "", TEXT, "Hosts to reach without the proxy, by comma."),
  /** A collector that gets everything too. */
  COLLECTOR_URL(
      "OTEL_EXPORTER_OTLP_ENDPOINT",
      "OtlpEndpoint",
      "",
      URL,
      "Address of an OpenTelemetry collector that gets everything too."),
  /** How that collector is spoken to. */
  COLLECTOR_PROTOCOL(
      "OTEL_EXPORTER_OTLP_PROTOCOL",
      "OtlpProtocol",
      "",
      SettingRule.OTLP_PROTOCOL,
      "http/protobuf or http/json; http/protobuf if empty."),
  /** Everything to Datadog, or to the collector alone. */
  TO_DATADOG(
      "SLEDDOG_DATADOG", "SendToDatadog", "true", FLAG, "false: only the collector gets data."),
  /** Logs at all, or metrics and traces only. */
  FORWARD_LOG(
      "DD_FORWARD_LOG", "DdForwardLog", "true", FLAG, "false: only metrics and traces are sent."),
  /** Tags on everything. */
  TAGS("DD_TAGS", "DdTags", "", SettingRule.TAGS, "Tags on all logs: key:value, by comma."),
  /** One source for everything. */
  SOURCE("DD_SOURCE", "DdSource", "", TEXT, "Source of all logs, instead of the one found."),
  /** Where a new log starts in a file of several lines each. */
  MULTILINE_PATTERN(
      "DD_MULTILINE_LOG_REGEX_PATTERN",
      "DdMultilineLogRegexPattern",
      "",
      TEXT,
      "Expression that a log's first line in a file in S3 matches."),
  /** Addresses masked. */
  REDACT_IP("REDACT_IP", "RedactIp", "false", FLAG, "Mask IP addresses in logs."),
  /** Mail addresses masked. */
  REDACT_EMAIL("REDACT_EMAIL", "RedactEmail", "false", FLAG, "Mask e-mail addresses in logs."),
  /** What else to mask. */
  SCRUBBING_RULE(
      "DD_SCRUBBING_RULE", "DdScrubbingRule", "", TEXT, "Expression of what to mask in logs."),
  /** What to write instead. */
  SCRUBBING_REPLACEMENT(
      "DD_SCRUBBING_RULE_REPLACEMENT",
      "DdScrubbingRuleReplacement",
      "",
      TEXT,
      "What to write instead of what is masked."),
  /** Logs to drop. */
  EXCLUDE_AT_MATCH("EXCLUDE_AT_MATCH", "ExcludeAtMatch", "", TEXT, "Logs that match are not sent."),
  /** Logs to keep. */
  INCLUDE_AT_MATCH(
      "INCLUDE_AT_MATCH", "IncludeAtMatch", "", TEXT, "Only logs that match are sent."),
  /** Tags of functions, fetched. */
  FETCH_LAMBDA_TAGS(
      "DD_FETCH_LAMBDA_TAGS", "DdFetchLambdaTags", "true", FLAG, "Add the tags of functions."),
  /** Tags of log groups, fetched. */
  FETCH_LOG_GROUP_TAGS(
      "DD_FETCH_LOG_GROUP_TAGS",
      "DdFetchLogGroupTags",
      "false",
      FLAG,
      "Add the tags of log groups."),
  /** Tags of buckets, fetched. */
  FETCH_S3_TAGS("DD_FETCH_S3_TAGS", "DdFetchS3Tags", "false", FLAG, "Add the tags of buckets."),
  /** Tags of state machines, fetched. */
  FETCH_STEP_FUNCTIONS_TAGS(
      "DD_FETCH_STEP_FUNCTIONS_TAGS",
      "DdFetchStepFunctionsTags",
      "false",
      FLAG,
      "Add the tags of state machines."),
  /** Tags of buckets, added by Datadog. */
  ENRICH_S3_TAGS(
      "DD_ENRICH_S3_TAGS", "DdEnrichS3Tags", "true", FLAG, "Datadog adds the tags of buckets."),
  /** Tags of log groups, added by Datadog. */
  ENRICH_CLOUDWATCH_TAGS(
      "DD_ENRICH_CLOUDWATCH_TAGS",
      "DdEnrichCloudwatchTags",
      "true",
      FLAG,
      "Datadog adds the tags of log groups."),
  /** How long fetched tags are kept. */
  TAGS_CACHE_TTL(
      "DD_TAGS_CACHE_TTL_SECONDS",
      "TagsCacheTTLSeconds",
      "300",
      COUNT,
      "Seconds that fetched tags are kept."),
  /** Traces of state machines, made by Datadog of their logs. */
  STEP_FUNCTIONS_TRACE(
      "DD_STEP_FUNCTIONS_TRACE_ENABLED",
      "DdStepFunctionsTraceEnabled",
      "false",
      FLAG,
      "Datadog makes traces of the logs of state machines."),
  /** What the forwarder says of itself. */
  LOG_LEVEL(
      "DD_LOG_LEVEL",
      "DdLogLevel",
      "WARN",
      SettingRule.LOG_LEVEL,
      "How much the forwarder says of itself."),
  /** Metrics of the forwarder itself. */
  ENHANCED_METRICS(
      "DD_ENHANCED_METRICS",
      "DdEnhancedMetrics",
      "false",
      FLAG,
      "Enhanced metrics of the forwarder itself."),
  /** Traces of the forwarder itself. */
  TRACE_ENABLED(
      "DD_TRACE_ENABLED", "DdTraceEnabled", "false", FLAG, "Traces of the forwarder itself.");

  private final String variable;
  private final String parameter;
  private final String standard;
  private final SettingRule rule;
  private final String description;

  ForwarderSetting(
      String variable, String parameter, String standard, SettingRule rule, String description) {
    this.variable = variable;
    this.parameter = parameter;
    this.standard = standard;
    this.rule = rule;
    this.description = description;
  }

  /** The environment variable that carries it. */
  public String variable() {
    return variable;
  }

  /** The template's parameter; a proxy has one for two variables. */
  public String parameter() {
    return parameter;
  }

  /** The parameter's default; empty if the variable is then not written. */
  public String standard() {
    return standard;
  }

  /** The form of its value. */
  public SettingRule rule() {
    return rule;
  }

  /** One sentence for the template's reader. */
  public String description() {
    return description;
  }
}
