package io.sleddog.forwarder.otlp;

import java.util.Map;
import java.util.Set;

/** What Datadog's attributes are called in OpenTelemetry. */
final class SpanNames {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("http.client_ip", "client.address"),
          Map.entry("http.method", "http.request.method"),
          Map.entry("http.status_code", "http.response.status_code"),
          Map.entry("http.request.content_length", "http.request.body.size"),
          Map.entry("http.response.content_length", "http.response.body.size"),
          Map.entry("http.referrer", "http.request.header.referrer"),
          Map.entry("http.version", "network.protocol.version"),
          Map.entry("http.server_name", "server.address"),
          Map.entry("http.url", "url.full"),
          Map.entry("http.useragent", "user_agent.original"),
          Map.entry("cold_start", "faas.coldstart"),
          Map.entry("_sampling_priority_v1", "sampling.priority"));
  private static final Set<String> NUMBERS =
      Set.of("http.status_code", "http.request.content_length", "http.response.content_length");
  private static final Set<String> ELSEWHERE = Set.of("span.kind", "events", "_top_level");
  private static final String HEADERS = "http.request.headers.";

  private SpanNames() {}

  /** The name of an attribute; empty if it is to be left out. */
  static String of(String name) {
    String known = NAMES.get(name);
    if (known != null) {
      return known;
    } else if (name.startsWith(HEADERS)) {
      return "http.request.header." + name.substring(HEADERS.length());
    }
    boolean internal = name.startsWith("_") && !name.equals("_dd.measured");
    return internal || ELSEWHERE.contains(name) ? "" : name;
  }

  /** Whether an attribute that is true or false in OpenTelemetry has one of these as its text. */
  static boolean isTruth(String name, String value) {
    return name.equals("cold_start") && (value.equals("true") || value.equals("false"));
  }

  /** Whether Datadog writes an attribute as a text that OpenTelemetry has as a number. */
  static boolean isNumber(String name) {
    return NUMBERS.contains(name);
  }
}
