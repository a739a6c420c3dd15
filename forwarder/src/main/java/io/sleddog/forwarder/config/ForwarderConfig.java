package io.sleddog.forwarder.config;

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
  private static final String LEVEL = "DD_LOG_LEVEL";
  private static final Set<String> LEVELS =
      Set.of("TRACE", "DEBUG", "INFO", "WARN", "WARNING", "ERROR", "CRITICAL", "FATAL", "OFF");

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
        Additions.from(environment),
        FilterSettings.from(environment),
        NetworkSettings.from(environment),
        AwsSettings.from(environment),
        TagSettings.from(environment),
        StorageSettings.from(environment),
        FunctionList.read(environment),
        environment.nearest("DD_MAX_WORKERS", 20, 1, 100),
        environment.flag("DD_FORWARD_LOG", true),
        isVerbose(environment),
        environment.warnings());
  }

  private static boolean isVerbose(Environment environment) {
    String level = environment.text(LEVEL, "INFO").trim().toUpperCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      environment.warning(LEVEL, "is no level of a log; it is taken for WARN");
    }
    return level.equals("INFO") || level.equals("DEBUG") || level.equals("TRACE");
  }
}
