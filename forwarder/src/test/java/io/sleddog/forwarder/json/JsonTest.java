package io.sleddog.forwarder.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @CsvSource({"0, ''", "5, '     '", "3, '\uFEFF'"})
  void parser_partOfAnArray_countsOffsetsFromThePart(int offset, String before) throws IOException {
    byte[] bytes = ("junk" + before + "{\"a\":\"b\"}junk").getBytes(StandardCharsets.UTF_8);

    try (JsonParser parser = Json.parser(bytes, 4, bytes.length - 8)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      assertThat(Json.tokenOffset(parser)).isEqualTo(offset);
      assertThat(parser.nextFieldName()).isEqualTo("a");
      assertThat(parser.nextTextValue()).isEqualTo("b");
      assertThat(Json.tokenOffset(parser)).isEqualTo(offset + 5);
      assertThat(parser.nextToken()).isEqualTo(JsonToken.END_OBJECT);
      assertThat(parser.nextToken()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "日本 é 😀",
        "\\\"m\\\": \\\\ \\/",
        "a\\nb\\tc\\rd\\\\n",
        "\\b\\f\\u0000",
        "x\\n\\u00e9\\\"",
        "\\ud83d\\ude00 \\ud83d!",
        "é\\\\"
      })
  void unescape_anyString_isWhatAParserReads(String inside) throws IOException {
    byte[] bytes = ("junk\"" + inside + "\"junk").getBytes(StandardCharsets.UTF_8);
    String text = Json.unescape(bytes, 5, bytes.length - 10);

    try (JsonParser parser = Json.parser("\"" + inside + "\"")) {
      assertThat(text).isEqualTo(parser.nextTextValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "", "  "})
  void parser_nothing_hasNoToken(String text) throws IOException {
    try (JsonParser parser = Json.parser(text)) {
      assertThat(parser.nextToken()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\"", "{secret}", "\0{\0}", "[\"secret\1\"]", "{\"a\":\"secret"})
  void parser_noJson_failsWithoutItsContent(String text) {
    assertThatThrownBy(() -> readAll(text))
        .isInstanceOf(JacksonException.class)
        .message()
        .doesNotContain("[Source: (byte");
  }

  @Test
  void parser_nestedTooDeeply_isRefused() throws IOException {
    readAll("[".repeat(1000) + "]".repeat(1000));

    assertThatThrownBy(() -> readAll("[".repeat(1001) + "]".repeat(1001)))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void parser_longText_isReadWhole() throws IOException {
    String text = "x".repeat(30_000_000);

    try (JsonParser parser = Json.parser("\"" + text + "\"")) {
      parser.nextToken();
      assertThat(parser.getTextLength()).isEqualTo(text.length());
    }
  }

  @Test
  void parser_textBeyondAscii_isReadAsItIs() throws IOException {
    try (JsonParser parser = Json.parser("{\"grün€😀\":\"\\ud83d\\ude00é\"}")) {
      parser.nextToken();
      assertThat(parser.nextFieldName()).isEqualTo("grün€😀");
      assertThat(parser.nextTextValue()).isEqualTo("😀é");
    }
  }

  @Test
  void parser_severalAtATimeOnAThread_doNotDisturbEachOther() throws IOException {
    try (JsonParser outer = Json.parser("{\"inner\":\"[1,2]\",\"last\":3}")) {
      outer.nextToken();
      outer.nextFieldName();
      try (JsonParser inner = Json.parser(outer.nextTextValue())) {
        inner.nextToken();
        assertThat(inner.nextIntValue(0)).isEqualTo(1);
        assertThat(outer.nextFieldName()).isEqualTo("last");
        assertThat(inner.nextIntValue(0)).isEqualTo(2);
        assertThat(outer.nextIntValue(0)).isEqualTo(3);
      }
    }
  }

  @Test
  void generator_values_writesCompactUtf8() throws IOException {
    ByteWriter out = new ByteWriter(16);
    try (JsonGenerator generator = Json.generator(out)) {
      generator.writeStartObject();
      generator.writeStringField("a\"", "grün\n");
      generator.writeNumberField("b", 5);
      generator.writeEndObject();
    }

    assertThat(out.utf8()).isEqualTo("{\"a\\\"\":\"grün\\n\",\"b\":5}");
  }

  private static void readAll(String text) throws IOException {
    try (JsonParser parser = Json.parser(text)) {
      while (parser.nextToken() != null) {
        assertThat(parser.currentToken()).isNotNull();
      }
    }
  }
}
