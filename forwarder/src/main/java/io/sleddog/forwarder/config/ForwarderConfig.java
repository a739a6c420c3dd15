package io.sleddog.forwarder.config;

import java.util.Map;

/**
 * Every setting of the forwarder, checked.
 *
 * @param apiKey Datadog's API key
 * @param intakes where to post
 * @param compression how to shrink bodies
 * @param additions what to put on each log
 * @param workers the most requests that are under way at once
 * @param forwardLogs whether logs are sent; metrics and traces always are
 * @param verbose whether each invocation leaves a line of its own
 */
public record ForwarderConfig(
    Secret apiKey,
    IntakeAddresses intakes,
    Compression compression,
    Additions additions,
    int workers,
    boolean forwardLogs,
    boolean verbose) {
  private static final String PLACEHOLDER = "<YOUR_DATADOG_API_KEY>";
  private static final int KEY_LENGTH = 32;

  /**
   * How bodies are compressed.
   *
   * @param enabled whether log and trace bodies are compressed at all
   * @param level from 0 (stored) to 9 (small)
   */
  public record Compression(boolean enabled, int level) {}

  /**
   * What is added to each log.
   *
   * @param tags the user's own, a comma list
   * @param source replaces the source that the forwarder would find; empty for none
   */
  public record Additions(String tags, String source) {}

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

  private static ForwarderConfig read(Environment environment) {
    return new ForwarderConfig(
        key(environment),
        IntakeAddresses.from(environment),
        new Compression(
            environment.flag("DD_USE_COMPRESSION", true),
            environment.number("DD_COMPRESSION_LEVEL", 6, 0, 9)),
        new Additions(environment.text("DD_TAGS", ""), environment.text("DD_SOURCE", "")),
        environment.number("DD_MAX_WORKERS", 20, 1, 100),
        environment.flag("DD_FORWARD_LOG", true),
        isVerbose(environment));
  }

  private static Secret key(Environment environment) {
    String key = environment.text("DD_API_KEY", "").strip();
    if (key.isEmpty() || key.equals(PLACEHOLDER)) {
      environment.problem("DD_API_KEY", "is not set; put the API key of your organisation here");
    } else if (key.length() != KEY_LENGTH) {
      environment.problem(
          "DD_API_KEY", "has " + key.length() + " characters, an API key has " + KEY_LENGTH);
    }
    return new Secret(key);
  }

  private static boolean isVerbose(Environment environment) {
    String level = environment.text("DD_LOG_LEVEL", "INFO").trim();
    return level.equalsIgnoreCase("INFO") || level.equalsIgnoreCase("DEBUG");
  }
}
