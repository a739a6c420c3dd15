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
  private static final int HTTPS_PORT = 443;
  private static final int MOST_PORT = 65_535;

  static IntakeAddresses from(Environment environment) {
    String scheme = environment.flag("DD_NO_SSL", false) ? "http://" : "https://";
    String site = HostText.site(environment, "DD_SITE", "datadoghq.com");
    HostText host = HostText.read(environment, "DD_URL", "http-intake.logs." + site);
    int port = environment.number("DD_PORT", HTTPS_PORT, 1, MOST_PORT);
    return new IntakeAddresses(
        host.address(scheme, port) + LOGS_PATH,
        url(environment, "DD_API_URL", scheme, "api." + site) + METRICS_PATH,
        url(environment, "DD_TRACE_INTAKE_URL", scheme, "trace.agent." + site) + TRACES_PATH);
  }

  /** An address without a scheme gets the usual one. */
  private static String url(
      Environment environment, String variable, String scheme, String otherwise) {
    String value = environment.text(variable, otherwise).strip();
    return environment.checked(variable, value.contains("://") ? value : scheme + value);
  }
}
