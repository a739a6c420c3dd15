package io.sleddog.forwarder.config;

import io.sleddog.forwarder.model.UrlText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An OpenTelemetry collector that gets the data too, in OpenTelemetry's own variables.
 *
 * @param logs full address for logs; empty if they are not sent there, as with the next two
 * @param metrics full address for metrics
 * @param traces full address for traces
 * @param headers of each request, which may hold a key
 * @param json whether requests are in JSON instead of protobuf
 * @param gzip whether they are compressed
 */
public record OtlpSettings(
    String logs,
    String metrics,
    String traces,
    Map<String, Secret> headers,
    boolean json,
    boolean gzip) {
  private static final String START = "OTEL_EXPORTER_OTLP_";
  private static final String HEADERS = START + "HEADERS";

  static OtlpSettings from(Environment environment) {
    String base = environment.text(START + "ENDPOINT", "").strip();
    if (!base.isEmpty()) {
      base = environment.url(START + "ENDPOINT", "");
    }
    return new OtlpSettings(
        url("LOGS", base, environment),
        url("METRICS", base, environment),
        url("TRACES", base, environment),
        headers(environment),
        choice("PROTOCOL", "http/protobuf", "http/json", environment),
        !choice("COMPRESSION", "gzip", "none", environment));
  }

  /** Whether there is a collector at all. */
  public boolean isOn() {
    return !logs.isEmpty() || !metrics.isEmpty() || !traces.isEmpty();
  }

  private static String url(String signal, String base, Environment environment) {
    String name = START + signal + "_ENDPOINT";
    if (environment.text(name, "").isBlank()) {
      return base.isEmpty() ? "" : base + "/v1/" + signal.toLowerCase(Locale.ROOT);
    }
    return environment.url(name, "");
  }

  /** Whether the second of two values is chosen; the first is the default. */
  private static boolean choice(
      String setting, String first, String second, Environment environment) {
    String value = environment.text(START + setting, first).strip();
    if (!value.equals(first) && !value.equals(second)) {
      environment.problem(
          START + setting, "\"" + value + "\" is neither " + first + " nor " + second);
    }
    return value.equals(second);
  }

  /** Reads {@code name=value,…}, the values percent-encoded where they need to be. */
  private static Map<String, Secret> headers(Environment environment) {
    Map<String, Secret> headers = new LinkedHashMap<>();
    for (String entry : environment.text(HEADERS, "").split(",", -1)) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        String value = UrlText.decode(entry.substring(equals + 1).strip().replace("+", "%2B"));
        header(entry.substring(0, equals).strip(), value, environment, headers);
      } else if (!entry.isBlank()) {
        environment.problem(HEADERS, "is not a list of name=value, joined by commas");
      }
    }
    return headers;
  }

  private static void header(
      String name, String value, Environment environment, Map<String, Secret> headers) {
    boolean named = !name.isEmpty() && new Secret(name).fitsIntoAHeader() && name.indexOf(':') < 0;
    if (named && value.chars().allMatch(c -> c >= ' ' && c < 127)) {
      headers.put(name, new Secret(value));
    } else {
      environment.problem(HEADERS, "has a name or a value that cannot stand in a request");
    }
  }
}
