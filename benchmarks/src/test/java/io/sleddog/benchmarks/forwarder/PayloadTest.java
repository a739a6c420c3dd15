package io.sleddog.benchmarks.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void of_payload_hasOneMegabyteAndIsAlwaysTheSame(boolean mixed) {
    Payload payload = Payload.of(mixed);

    assertThat(payload.json().length).isBetween(1 << 20, (1 << 20) + 1000);
    assertThat(Payload.of(mixed).event()).isEqualTo(payload.event());
  }

  @Test
  void of_mixed_hasTenMetricsAndFiveTracesInAHundred() {
    Payload payload = Payload.of(true);
    String json = new String(payload.json(), StandardCharsets.UTF_8);

    assertThat(count(json, "\\\"m\\\":") * 10)
        .isBetween(payload.events() - 100, payload.events() + 100);
    assertThat(count(json, "\\\"traces\\\":") * 20)
        .isBetween(payload.events() - 200, payload.events() + 100);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
