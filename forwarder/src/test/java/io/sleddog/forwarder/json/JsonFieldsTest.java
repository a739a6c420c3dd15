package io.sleddog.forwarder.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

  @Test
  void ofObject_fields_keepOrderAndText() throws IOException {
    Map<String, String> fields =
        JsonFields.ofObject(" {\"b\":{\"x\":[1,2]},\"a\":\"\\u00e9\\\"\",\"n\":1e400} ");

    assertThat(fields).isNotNull();
    assertThat(JsonFields.object(fields))
        .isEqualTo("{\"b\":{\"x\":[1,2]},\"a\":\"\\u00e9\\\"\",\"n\":1e400}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "{\"a\":1} x", "text"})
  void ofObject_anythingElse_isNone(String json) throws IOException {
    assertThat(JsonFields.ofObject(json)).isNull();
  }

  @Test
  void ofArray_elements_areTexts() throws IOException {
    assertThat(JsonFields.ofArray("[1,\"a\",{},[null]]"))
        .containsExactly("1", "\"a\"", "{}", "[null]");
    assertThat(JsonFields.ofArray("{}")).isEmpty();
    assertThat(JsonFields.ofArray("[1,")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {"'\"a\"', a", "1.50, 1.50", "null, ''", "{}, ''", "true, true"})
  void text_scalar_isItsContent(String json, String text) throws IOException {
    assertThat(JsonFields.text(json)).isEqualTo(text);
  }
}
