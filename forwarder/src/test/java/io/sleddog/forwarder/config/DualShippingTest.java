package io.sleddog.forwarder.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.config.DualShipping.Extra;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DualShippingTest {

  @Test
  void read_nothingSet_hasNoExtras() {
    DualShipping none = DualShippingReader.read(new Environment(Map.of()));

    assertThat(none).isEqualTo(new DualShipping(List.of(), List.of(), List.of()));
  }

  @Test
  void read_severalKeysOfASite_areSeveralExtras() {
    DualShipping read =
        DualShippingReader.read(
            new Environment(
                Map.of("DD_ADDITIONAL_ENDPOINTS", "{\"https://app.datadoghq.eu\":[\"a\",\"b\"]}")));

    assertThat(read.metrics())
        .extracting(Extra::url)
        .containsExactly(
            "https://api.datadoghq.eu/api/v1/distribution_points",
            "https://api.datadoghq.eu/api/v1/distribution_points");
    assertThat(read.metrics())
        .extracting(extra -> extra.apiKey().reveal())
        .containsExactly("a", "b");
  }

  @Test
  void read_logs_haveHostPortAndReliability() {
    DualShipping read =
        DualShippingReader.read(
            new Environment(
                Map.of(
                    "DD_LOGS_CONFIG_ADDITIONAL_ENDPOINTS",
                    "[{\"api_key\":\"k\",\"Host\":\"h\",\"Port\":10516,\"is_reliable\":false,"
                        + "\"other\":{\"x\":1}},{\"api_key\":\"l\",\"host\":\"i\"}]")));

    assertThat(read.logs())
        .extracting(Extra::url)
        .containsExactly("https://h:10516/api/v2/logs", "https://i:443/api/v2/logs");
    assertThat(read.logs()).extracting(Extra::reliable).containsExactly(false, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DD_ADDITIONAL_ENDPOINTS | no json",
        "DD_ADDITIONAL_ENDPOINTS | []",
        "DD_ADDITIONAL_ENDPOINTS | {\"host\":[\"k\"]}",
        "DD_APM_ADDITIONAL_ENDPOINTS | {\"https://x\":\"k\"}",
        "DD_APM_ADDITIONAL_ENDPOINTS | {\"https://x\":[5]}",
        "DD_LOGS_CONFIG_ADDITIONAL_ENDPOINTS | {}",
        "DD_LOGS_CONFIG_ADDITIONAL_ENDPOINTS | [{\"Host\":\"h\"}]"
      })
  void read_otherForm_isAProblemOfThatVariable(String variable, String value) {
    Environment environment = new Environment(Map.of(variable, value));

    DualShippingReader.read(environment);

    assertThat(environment.problems()).singleElement().asString().startsWith(variable + ": ");
  }
}
