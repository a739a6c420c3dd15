package io.sleddog.local.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.local.model.UserProblem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamAddressTest {
  @ParameterizedTest
  @CsvSource({
    "http://collector:4318, http://collector:4318",
    "http://collector:4318/, http://collector:4318",
    "https://host/otlp/v1/, https://host/otlp"
  })
  void parse_aCollector_isItsBaseWithoutAKey(String text, String url) {
    UpstreamAddress address = UpstreamAddress.parse(text, Map.of("DD_API_KEY", "secret"));

    assertThat(address.url()).isEqualTo(url);
    assertThat(address.apiKey()).isEmpty();
  }

  @Test
  void parse_datadog_isTheSitesIntakeWithTheKeyUnseen() {
    Map<String, String> environment = Map.of("DD_API_KEY", "secret", "DD_SITE", "datadoghq.eu");
    UpstreamAddress address = UpstreamAddress.parse("datadog", environment);

    assertThat(address.url()).isEqualTo("https://otlp.datadoghq.eu");
    assertThat(address.apiKey()).isEqualTo("secret");
    assertThat(address.toString()).doesNotContain("secret");
  }

  @Test
  void parse_datadogWithoutAKey_saysWhichVariable() {
    assertThatThrownBy(() -> UpstreamAddress.parse("datadog", Map.of()))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("DD_API_KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "collector:4318", "ftp://host", "http://", "http://h?x=1", "a b"})
  void parse_whatIsNoAddress_isRefused(String text) {
    assertThatThrownBy(() -> UpstreamAddress.parse(text, Map.of()))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("--forward cannot send to " + text);
  }
}
