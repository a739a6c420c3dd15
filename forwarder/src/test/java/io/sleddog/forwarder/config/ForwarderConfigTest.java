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
    "DD_PORT, 0, not a whole number",
    "DD_COMPRESSION_LEVEL, high, not a whole number",
    "DD_MAX_WORKERS, 2.5, not a whole number",
    "DD_TAGS_CACHE_TTL_SECONDS, 5m, not a whole number",
    "DD_URL, a host, not the name of a host",
    "DD_URL, ftp://host, not the name of a host",
    "DD_SITE, a?b, not the name of a host",
    "DD_API_URL, ftp://host, does not begin with https://",
    "DD_TRACE_INTAKE_URL, ftp://host, does not begin with https://",
    "EXCLUDE_AT_MATCH, '(', is no pattern",
    "INCLUDE_AT_MATCH, '[', is no pattern",
    "DD_SCRUBBING_RULE, '*', is no pattern",
    "DD_MULTILINE_LOG_REGEX_PATTERN, '(?P<n', is no pattern",
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

  /** Values that Datadog's forwarder lets pass, and what is said of them. */
  @ParameterizedTest
  @CsvSource({
    "DD_COMPRESSION_LEVEL, 12, DD_COMPRESSION_LEVEL is 12",
    "DD_COMPRESSION_LEVEL, -1, DD_COMPRESSION_LEVEL is -1",
    "DD_MAX_WORKERS, 0, DD_MAX_WORKERS is 0",
    "DD_MAX_WORKERS, 5000, DD_MAX_WORKERS is 5000",
    "DD_TAGS_CACHE_TTL_SECONDS, 0, DD_TAGS_CACHE_TTL_SECONDS is 0",
    "DD_LOGS_CONFIG_COMPRESSION_KIND, brotli, DD_LOGS_CONFIG_COMPRESSION_KIND is neither",
    "DD_ADDITIONAL_TARGET_LAMBDAS, 'a b,c', DD_ADDITIONAL_TARGET_LAMBDAS has an entry",
    "DD_STORE_FAILED_EVENTS, true, DD_STORE_FAILED_EVENTS has no effect",
    "DD_SCRUBBING_RULE_REPLACEMENT, \\2, DD_SCRUBBING_RULE_REPLACEMENT names a group"
  })
  void from_oddValue_startsAndWarns(String name, String value, String warning) {
    ForwarderConfig config = from("DD_SCRUBBING_RULE", "(a)", name, value);

    assertThat(config.warnings()).singleElement().asString().startsWith(warning);
  }

  @ParameterizedTest
  @CsvSource({
    "12, 9",
    "-1, 0",
    "0, 0",
    "' 4 ', 4",
  })
  void from_compressionLevel_isTheNearestAllowed(String value, int level) {
    assertThat(from("DD_COMPRESSION_LEVEL", value).compression().level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "True, true",
    "TRUE, true",
    "' true ', true",
    "false, false",
    "1, false",
    "yes, false",
    "on, false",
    "t, false"
  })
  void from_switch_isOnForTrueOnly(String value, boolean on) {
    ForwarderConfig config =
        from(
            "REDACT_IP",
            value,
            "DD_FETCH_LAMBDA_TAGS",
            value,
            "DD_FORWARD_LOG",
            value,
            "DD_SKIP_SSL_VALIDATION",
            value,
            "DD_ENRICH_S3_TAGS",
            value);

    assertThat(config.filters().redactIp()).isEqualTo(on);
    assertThat(config.tags().functions()).isEqualTo(on);
    assertThat(config.forwardLogs()).isEqualTo(on);
    assertThat(config.network().verifyTls()).isEqualTo(!on);
    assertThat(config.additions().storageTags().s3()).isEqualTo(on);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "'a:b', 'a:b'",
    "' a:b , c:d ,', 'a:b,c:d'",
    "',,a:b,,', 'a:b'",
    "'team:a b', 'team:a b'"
  })
  void from_tags_areWithoutSpacesAroundAndEmptyOnes(String value, String tags) {
    assertThat(from("DD_TAGS", value).additions().tags()).isEqualTo(tags);
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
