package io.sleddog.forwarder.config;

/**
 * Where each kind of telemetry is posted to.
 *
 * @param logs full address of the log intake
 * @param metrics full address for distribution points
 * @param traces full address of the trace intake
 */
public record IntakeAddresses(String logs, String metrics, String traces) {
  static final String LOGS_PATH = "/api/v2/logs";
  static final String METRICS_PATH = "/api/v1/distribution_points";
  static final String TRACES_PATH = "/api/v0.2/traces";

  static IntakeAddresses from(Environment environment) {
    String scheme = environment.flag("DD_NO_SSL", false) ? "http://" : "https://";
    String site = name(environment, "DD_SITE", "datadoghq.com");
    String host = name(environment, "DD_URL", "http-intake.logs." + site);
    int port = environment.number("DD_PORT", 443, 1, 65_535);
    boolean usual = port == 443 && scheme.equals("https://");
    return new IntakeAddresses(
        scheme + host + (usual ? "" : ":" + port) + LOGS_PATH,
        environment.url("DD_API_URL", scheme + "api." + site) + METRICS_PATH,
        environment.url("DD_TRACE_INTAKE_URL", scheme + "trace.agent." + site) + TRACES_PATH);
  }

  private static String name(Environment environment, String variable, String otherwise) {
    String value = environment.text(variable, otherwise).trim();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean fits = c < 128 && (Character.isLetterOrDigit(c) || "._-:[]".indexOf(c) >= 0);
      if (!fits) {
        environment.problem(
            variable, "\"" + value + "\" is not the name of a host (no https://, no path)");
        return otherwise;
      }
    }
    return value;
  }
}
