package io.sleddog.forwarder.config;

import io.sleddog.forwarder.model.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    boolean stepFunctionTraces) {

  static Additions from(Environment environment) {
    return new Additions(
        new Tags(environment.text("DD_TAGS", "")).trimmed().text(),
        metricTags(environment),
        environment.text("DD_SOURCE", ""),
        FilterSettings.pattern(environment, "DD_MULTILINE_LOG_REGEX_PATTERN"),
        StorageTags.from(environment),
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
}
