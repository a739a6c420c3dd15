package io.sleddog.local.forward;

import io.sleddog.local.model.UserProblem;
import java.net.URI;
import java.util.Map;

/**
 * Where to send on to.
 *
 * @param url the base, without a slash at its end; {@code /v1/traces} and the like follow
 * @param apiKey goes along as {@code DD-API-KEY}; empty for a collector, which wants none
 */
public record UpstreamAddress(String url, String apiKey) {
  private static final String DATADOG = "datadog";

  /**
   * Reads what was asked for.
   *
   * @param text {@code datadog}, which means the site in {@code DD_SITE} with the key in {@code
   *     DD_API_KEY}, or the base URL of a collector, which never gets the key
   * @throws UserProblem if it is neither, or the key is missing
   */
  public static UpstreamAddress parse(String text, Map<String, String> environment) {
    if (text.equals(DATADOG)) {
      return datadog(environment);
    }
    try {
      URI uri = URI.create(text.strip());
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getQuery() == null) {
        return new UpstreamAddress(uri.toString().replaceAll("(/v1/?)?/*$", ""), "");
      }
    } catch (IllegalArgumentException e) {
      throw unusable(text, e);
    }
    throw unusable(text, null);
  }

  private static UpstreamAddress datadog(Map<String, String> environment) {
    String key = environment.getOrDefault("DD_API_KEY", "").strip();
    if (key.isEmpty()) {
      throw new UserProblem(
          "--forward datadog needs an API key, and DD_API_KEY is not set.",
          "Set DD_API_KEY, and DD_SITE if it is not datadoghq.com.");
    }
    String site = environment.getOrDefault("DD_SITE", "").strip();
    return new UpstreamAddress("https://otlp." + (site.isEmpty() ? "datadoghq.com" : site), key);
  }

  private static UserProblem unusable(
      String text, @org.jspecify.annotations.Nullable Exception cause) {
    return new UserProblem(
        "--forward cannot send to " + text + ".",
        "Give datadog, or the base URL of an OpenTelemetry Collector, as http://127.0.0.1:4319.",
        cause);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return url;
  }
}
