package io.sleddog.forwarder.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwarderConfigTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @Test
  void from_keyOnly_usesDatadogsAddresses() {
    assertThat(from().intakes())
        .isEqualTo(
            new IntakeAddresses(
                "https://http-intake.logs.datadoghq.com/api/v2/logs",
                "https://api.datadoghq.com/api/v1/distribution_points",
                "https://trace.agent.datadoghq.com/api/v0.2/traces"));
  }

  @Test
  void from_site_movesAllThree() {
    IntakeAddresses intakes = from("DD_SITE", "datadoghq.eu").intakes();

    assertThat(intakes.logs()).startsWith("https://http-intake.logs.datadoghq.eu/");
    assertThat(intakes.metrics()).startsWith("https://api.datadoghq.eu/");
    assertThat(intakes.traces()).startsWith("https://trace.agent.datadoghq.eu/");
  }

  @Test
  void from_noSsl_appliesToDefaultAddressesAndTheLogHost() {
    IntakeAddresses intakes =
        from("DD_NO_SSL", "True", "DD_URL", "proxy", "DD_PORT", "8080", "DD_API_URL", "https://x/")
            .intakes();

    assertThat(intakes)
        .isEqualTo(
            new IntakeAddresses(
                "http://proxy:8080/api/v2/logs",
                "https://x/api/v1/distribution_points",
                "http://trace.agent.datadoghq.com/api/v0.2/traces"));
  }

  @Test
  void from_emptyVariable_countsAsNotSet() {
    assertThat(from("DD_SITE", "", "DD_PORT", "").intakes().logs())
        .isEqualTo("https://http-intake.logs.datadoghq.com/api/v2/logs");
  }

  @ParameterizedTest
  @CsvSource({
    "DD_PORT, x, not a whole number",
    "DD_PORT, 70000, not a whole number",
    "DD_COMPRESSION_LEVEL, 10, not a whole number",
    "DD_URL, https://host, not the name of a host",
    "DD_SITE, a/b, not the name of a host",
    "DD_API_URL, host, does not begin with https://",
    "DD_API_KEY, '', is not set",
    "DD_API_KEY, <YOUR_DATADOG_API_KEY>, is not set",
    "DD_API_KEY, short, has 5 characters"
  })
  void from_wrongValue_namesTheVariable(String name, String value, String problem) {
    assertThatThrownBy(() -> from(name, value))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(name + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void from_severalProblems_namesAll() {
    assertThatThrownBy(() -> from("DD_PORT", "x", "DD_SITE", "?", "DD_API_KEY", ""))
        .hasMessageContainingAll("DD_PORT", "DD_SITE", "DD_API_KEY");
  }

  @Test
  void toString_config_hidesTheKey() {
    assertThat(from().toString()).doesNotContain(KEY);
  }

  private static ForwarderConfig from(String... variables) {
    Map<String, String> environment = new HashMap<>(Map.of("DD_API_KEY", KEY));
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return ForwarderConfig.from(environment);
  }
}
