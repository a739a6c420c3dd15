package io.sleddog.forwarder.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses that people write, and where the data goes then. */
class IntakeAddressesTest {
  private static final String LOGS = "/api/v2/logs";

  @ParameterizedTest
  @CsvSource({
    "intake.example, '', false, https://intake.example",
    "' intake.example ', '', false, https://intake.example",
    "intake.example, 8080, false, https://intake.example:8080",
    "intake.example, '', true, http://intake.example:443",
    "intake.example, 80, true, http://intake.example:80",
    "intake.example:3837, '', false, https://intake.example:3837",
    "intake.example:3837, 8080, false, https://intake.example:3837",
    "https://intake.example, '', false, https://intake.example",
    "https://intake.example/, '', false, https://intake.example",
    "https://intake.example, 8080, false, https://intake.example:8080",
    "https://intake.example, '', true, https://intake.example",
    "http://intake.example:8080, '', false, http://intake.example:8080",
    "https://intake.example/api/v2/logs, '', false, https://intake.example",
    "https://intake.example/dd/, '', false, https://intake.example/dd",
    "10.0.0.7, 10518, true, http://10.0.0.7:10518",
    "[::1], 8080, true, http://[::1]:8080",
    "[::1]:9, '', true, http://[::1]:9",
    "my_host, '', false, https://my_host"
  })
  void from_logHost_isTakenAsItIsMeant(String url, String port, String noSsl, String address) {
    IntakeAddresses intakes = from("DD_URL", url, "DD_PORT", port, "DD_NO_SSL", noSsl);

    assertThat(intakes.logs()).isEqualTo(address + LOGS);
  }

  @ParameterizedTest
  @CsvSource({
    "datadoghq.eu, datadoghq.eu",
    "us3.datadoghq.com, us3.datadoghq.com",
    "ddog-gov.com, ddog-gov.com",
    "us2.ddog-gov.com, us2.ddog-gov.com",
    "https://datadoghq.eu, datadoghq.eu",
    "https://app.datadoghq.eu/, datadoghq.eu"
  })
  void from_site_isInAllThree(String value, String site) {
    assertThat(from("DD_SITE", value))
        .isEqualTo(
            new IntakeAddresses(
                "https://http-intake.logs." + site + LOGS,
                "https://api." + site + "/api/v1/distribution_points",
                "https://trace.agent." + site + "/api/v0.2/traces"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example, false, https://api.example",
    "https://api.example/, false, https://api.example",
    "http://api.example:8080, false, http://api.example:8080",
    "api.example, false, https://api.example",
    "api.example:8080, true, http://api.example:8080"
  })
  void from_fullAddresses_mayLackTheScheme(String value, String noSsl, String address) {
    IntakeAddresses intakes =
        from("DD_API_URL", value, "DD_TRACE_INTAKE_URL", value, "DD_NO_SSL", noSsl);

    assertThat(intakes.metrics()).isEqualTo(address + "/api/v1/distribution_points");
    assertThat(intakes.traces()).isEqualTo(address + "/api/v0.2/traces");
  }

  private static IntakeAddresses from(String... variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DD_API_KEY", "0123456789abcdef0123456789abcdef");
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return ForwarderConfig.from(environment).intakes();
  }
}
