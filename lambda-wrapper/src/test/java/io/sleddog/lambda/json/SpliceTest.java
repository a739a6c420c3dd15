package io.sleddog.lambda.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpliceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | {\"m\":{\"k\":\"v\"}}",
        "{ \"a\" : 1.0 } | {\"m\":{\"k\":\"v\"}, \"a\" : 1.0 }",
      })
  void add_object_isFirstMemberAndAllElseStays(String object, String expected) {
    assertThat(Splice.add(bytes(object), "m", Splice.object(Map.of("k", "v"))))
        .asString(UTF_8)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "", "{broken", "{}{}", "{\"m\":null}"})
  void add_noObjectOrNoRoom_givesNothing(String text) {
    assertThat(Splice.add(bytes(text), "m", bytes("1"))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | {\"in\":{\"k\":\"v\"}}",
        "{\"in\":{}} | {\"in\":{\"k\":\"v\"}}",
        "{\"b\":2,\"in\":{\"a\":1}} | {\"b\":2,\"in\":{\"k\":\"v\",\"a\":1}}",
      })
  void addInside_object_addsToTheInnerOne(String object, String expected) {
    assertThat(Splice.addInside(bytes(object), "in", Map.of("k", "v")))
        .asString(UTF_8)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"in\":[]}", "{\"in\":{\"k\":1}}"})
  void addInside_noObjectOrNoRoom_givesNothing(String text) {
    assertThat(Splice.addInside(bytes(text), "in", Map.of("k", "v"))).isNull();
  }

  @Test
  void object_textToEscape_isEscaped() {
    assertThat(Splice.object(Map.of("k", "\"\n"))).asString(UTF_8).isEqualTo("{\"k\":\"\\\"\\n\"}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
