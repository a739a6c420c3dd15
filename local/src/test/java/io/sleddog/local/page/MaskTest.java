package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.model.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"Password\":\"x\"}                 | {\"Password\":\"•••\"} | 1",
        "{\"a\":[{\"x-authorization\":7}]}    | {\"a\":[{\"x-authorization\":\"•••\"}]} | 1",
        "{\"tokens\":{\"used\":1}}            | {\"tokens\":{\"used\":1}} | 0",
        "{\"body\":\"{\\\"token\\\":\\\"x\\\"}\"} | {\"body\":\"{\\\"token\\\":\\\"•••\\\"}\"} | 1",
        "{\"id\":12345678901234567890}        | {\"id\":12345678901234567890} | 0",
        "not json password=x                  | not json password=x | 0",
      })
  void shown_aPayload_hidesWhatStandsUnderASecretsKey(String given, String text, int masked) {
    ObjectNode shown = Mask.shown(Payload.of(given));

    assertThat(shown.path("text").asText()).isEqualTo(text);
    assertThat(shown.path("masked").asInt()).isEqualTo(masked);
  }

  @Test
  void shown_aVeryLongPayload_isCutAndSaysSo() {
    ObjectNode shown = Mask.shown(Payload.of("x".repeat(1_000_000)));

    assertThat(shown.path("cut").asBoolean()).isTrue();
    assertThat(shown.path("text").asText()).hasSize(500_000);
    assertThat(shown.path("bytes").asInt()).isEqualTo(1_000_000);
  }
}
