package io.sleddog.forwarder.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpSettingsTest {
  private static final String START = "OTEL_EXPORTER_OTLP_";

  @Test
  void from_nothing_isOff() {
    assertThat(from().isOn()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"http://c:4318", "http://c:4318/"})
  void from_endpoint_hasThePathsOfTheProtocol(String endpoint) {
    OtlpSettings settings = from("ENDPOINT", endpoint);

    assertThat(settings.isOn()).isTrue();
    assertThat(settings.logs()).isEqualTo("http://c:4318/v1/logs");
    assertThat(settings.metrics()).isEqualTo("http://c:4318/v1/metrics");
    assertThat(settings.traces()).isEqualTo("http://c:4318/v1/traces");
    assertThat(settings.json()).isFalse();
    assertThat(settings.gzip()).isTrue();
  }

  @Test
  void from_endpointOfOneKind_standsForThatKindOnly() {
    OtlpSettings settings = from("ENDPOINT", "http://c", "LOGS_ENDPOINT", "https://d/x");

    assertThat(settings.logs()).isEqualTo("https://d/x");
    assertThat(settings.traces()).isEqualTo("http://c/v1/traces");
    assertThat(from("METRICS_ENDPOINT", "https://d/x").traces()).isEmpty();
  }

  @Test
  void from_headers_areDecodedAndHidden() {
    OtlpSettings settings = from("HEADERS", "a=b%2Cc, d = e+f,,");

    assertThat(settings.headers().entrySet())
        .extracting(header -> header.getKey() + "=" + header.getValue().reveal())
        .containsExactly("a=b,c", "d=e+f");
    assertThat(settings).asString().contains("a=***");
  }

  @Test
  void from_fetchSwitches_areOffAndHaveTheirTime() {
    TagSettings settings = TagSettings.from(new Environment(Map.of()));

    assertThat(settings).isEqualTo(new TagSettings(false, false, false, false, 300, ""));
  }

  @Test
  void from_timeOfTags_isANumber() {
    Environment environment = new Environment(Map.of("DD_TAGS_CACHE_TTL_SECONDS", "soon"));

    TagSettings.from(environment);

    assertThat(environment.problems())
        .singleElement()
        .asString()
        .startsWith("DD_TAGS_CACHE_TTL_SECONDS: ");
  }

  private static OtlpSettings from(String... variables) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(START + variables[i], variables[i + 1]);
    }
    return OtlpSettings.from(new Environment(environment));
  }
}
