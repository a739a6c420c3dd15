package io.sleddog.forwarder.config;

import io.sleddog.forwarder.model.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Every setting of the forwarder, checked.
 *
 * @param datadog whether anything is sent to Datadog
 * @param otlp the collector that gets everything too
 * @param apiKey where Datadog's API key is
 * @param intakes where to post
 * @param dualShipping where to post as well
 * @param compression how to shrink bodies
 * @param additions what to put on each log
 * @param filters what to leave out or hide
 * @param network how requests leave
 * @param aws how AWS is reached
 * @param tags which tags are looked up in AWS
 * @param storage where undelivered batches are kept
 * @param furtherFunctions ARNs or names of functions that get each event too
 * @param workers the most requests that are under way at once
 * @param forwardLogs whether logs are sent; metrics and traces always are
 * @param verbose whether each invocation leaves a line of its own
 * @param warnings what in the settings has no effect, for people
 */
public record ForwarderConfig(
    boolean datadog,
    OtlpSettings otlp,
    ApiKeySettings apiKey,
    IntakeAddresses intakes,
    DualShipping dualShipping,
    CompressionSettings compression,
    Additions additions,
    FilterSettings filters,
    NetworkSettings network,
    AwsSettings aws,
    TagSettings tags,
    StorageSettings storage,
    List<String> furtherFunctions,
    int workers,
    boolean forwardLogs,
    boolean verbose,
    List<String> warnings) {
  private static final String DATADOG = "SLEDDOG_DATADOG";
  private static final String FURTHER = "DD_ADDITIONAL_TARGET_LAMBDAS";

  /**
   * What is added to each log.
   *
   * @param tags the user's own, a comma list
   * @param metricTags for metrics that have none with the same key
   * @param source replaces the source that the forwarder would find; empty for none
   * @param multiline a pattern of lines that begin a log in S3; empty if every line is one
   * @param storageTags which storages Datadog is told about
   * @param stateMachines whether the logs of state machines are told from others
   * @param stepFunctionTraces whether Datadog is asked to make traces of state machines' logs
   */
  public record Additions(
      String tags,
      List<String> metricTags,
      String source,
      String multiline,
      StorageTags storageTags,
      boolean stateMachines,
      boolean stepFunctionTraces) {}

  /**
   * For logs of which storage Datadog is asked to look up the tags.
   *
   * @param s3 of buckets
   * @param cloudWatch of log groups
   */
  public record StorageTags(boolean s3, boolean cloudWatch) {}

  /**
   * Reads the settings.
   *
   * @param variables the environment
   * @throws ConfigException if any of them cannot be used; it names all
   */
  public static ForwarderConfig from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    ForwarderConfig config = read(environment);
    if (!environment.problems().isEmpty()) {
      throw new ConfigException(environment.problems());
    }
    return config;
  }

  /** The names of all variables that are read. */
  static Set<String> names() {
    Environment environment = new Environment(Map.of());
    read(environment);
    return environment.asked();
  }

  private static ForwarderConfig read(Environment environment) {
    boolean datadog = environment.flag(DATADOG, true);
    OtlpSettings otlp = OtlpSettings.from(environment);
    if (!datadog && !otlp.isOn()) {
      environment.problem(
          DATADOG, "is false, and OTEL_EXPORTER_OTLP_ENDPOINT names no collector either");
    }
    return new ForwarderConfig(
        datadog,
        otlp,
        ApiKeySettings.from(environment, datadog),
        IntakeAddresses.from(environment),
        DualShippingReader.read(environment),
        CompressionSettings.from(environment),
        additions(environment),
        FilterSettings.from(environment),
        NetworkSettings.from(environment),
        AwsSettings.from(environment),
        TagSettings.from(environment),
        StorageSettings.from(environment),
        furtherFunctions(environment),
        environment.nearest("DD_MAX_WORKERS", 20, 1, 100),
        environment.flag("DD_FORWARD_LOG", true),
        isVerbose(environment),
        environment.warnings());
  }

  private static Additions additions(Environment environment) {
    return new Additions(
        new Tags(environment.text("DD_TAGS", "")).trimmed().text(),
        metricTags(environment),
        environment.text("DD_SOURCE", ""),
        FilterSettings.pattern(environment, "DD_MULTILINE_LOG_REGEX_PATTERN"),
        new StorageTags(
            environment.flag("DD_ENRICH_S3_TAGS", true),
            environment.flag("DD_ENRICH_CLOUDWATCH_TAGS", true)),
        environment.flag("DD_FETCH_STEP_FUNCTIONS_TAGS", false),
        environment.flag("DD_STEP_FUNCTIONS_TRACE_ENABLED", false));
  }

  /** Datadog's library takes them for each metric that it sends. */
  private static List<String> metricTags(Environment environment) {
    List<String> tags =
        new ArrayList<>(new Tags(environment.text("DATADOG_TAGS", "")).trimmed().entries());
    for (String key : List.of("env", "service", "version")) {
      String value = environment.text("DD_" + key.toUpperCase(Locale.ROOT), "").strip();
      if (!value.isEmpty()) {
        tags.add(key + ":" + value);
      }
    }
    return List.copyOf(tags);
  }

  private static List<String> furtherFunctions(Environment environment) {
    List<String> functions = new ArrayList<>();
    for (String entry : environment.text(FURTHER, "").split(",", -1)) {
      String function = entry.strip();
      boolean fits = function.chars().allMatch(c -> c > ' ' && c < 127 && c != '/');
      if (!fits) {
        environment.warning(FURTHER, "has an entry that is no ARN or name of a function");
      } else if (!function.isEmpty()) {
        functions.add(function);
      }
    }
    return List.copyOf(functions);
  }

  private static boolean isVerbose(Environment environment) {
    String level = environment.text("DD_LOG_LEVEL", "INFO").trim();
    return level.equalsIgnoreCase("INFO") || level.equalsIgnoreCase("DEBUG");
  }
}
