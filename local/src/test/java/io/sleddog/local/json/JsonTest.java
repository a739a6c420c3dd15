package io.sleddog.local.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void parse_longAndPreciseNumbers_keepTheirDigits() {
    String text = "{\"a\":18446744073709551615,\"b\":0.1234567890123456789}";

    assertThat(Json.write(Json.parse(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{} x", "nope"})
  void parse_notJson_saysWhere(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(MalformedJson.class);
    assertThatThrownBy(() -> Json.parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedJson.class);
    assertThat(Json.tryParseObject(text)).isEmpty();
  }

  @Test
  void parse_brokenSecondLine_namesLineAndColumn() {
    assertThatThrownBy(() -> Json.parse("{\"a\":1,\n\"b\" 2}"))
        .hasMessageStartingWith("line 2, column ");
  }

  @Test
  void tryParseObject_listOrText_isEmpty() {
    assertThat(Json.tryParseObject("[1]")).isEmpty();
    assertThat(Json.tryParseObject(" {\"a\":1}")).contains(Json.object().put("a", 1));
  }

  /** The reason, without what the parser says of itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | line 1, column 2: Unexpected end-of-input: expected close marker for Object",
        "[1, | line 1, column 4: Unexpected end-of-input within/between Array entries"
      })
  void parse_textThatEndsEarly_saysSoInShort(String text, String message) {
    assertThatThrownBy(() -> Json.parse(text)).hasMessage(message);
  }

  @Test
  void parse_nestedTooDeep_saysTheLimitAlone() {
    assertThatThrownBy(() -> Json.parse("[".repeat(2000)))
        .hasMessageContaining("maximum allowed (1000)")
        .hasMessageNotContainingAny("Stream", "`");
  }
}
