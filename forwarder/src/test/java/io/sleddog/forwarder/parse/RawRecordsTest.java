package io.sleddog.forwarder.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawRecordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "a\"b",
        "a\\b",
        "a\tb\nc\r",
        "\u0000\u001f\u007f",
        "é",
        "\u0085\u2028",
        "😀",
        "{\"m\":1}",
        "~}!"
      })
  void of_text_isTheMessage(String text) throws IOException {
    LogRecord record = RawRecords.of(Slice.of(text), Records.envelope());

    assertThat(record.messageText()).isEqualTo(text);
    assertThat(Events.MAPPER.readTree("{" + record.fields().text() + "}").get("message").asText())
        .isEqualTo(text);
  }

  @Test
  void of_textOfAnyLength_canBeReadAgain() throws IOException {
    for (String unit : new String[] {"a", "\"", "\u0001", "é"}) {
      for (int length = 0; length < 600; length++) {
        String text = "é" + unit.repeat(length);

        LogRecord record = RawRecords.of(Slice.of(text), Records.envelope());

        assertThat(record.messageText()).isEqualTo(text);
        assertThat(record.withMessage("x").fields().text()).isEqualTo("\"message\":\"x\"");
      }
    }
  }

  @Test
  void of_bytesThatAreNoUtf8_areReplaced() throws IOException {
    byte[] bytes = "a\u00ff\u00c3(".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(RawRecords.of(Slice.of(bytes), Records.envelope()).messageText())
        .isEqualTo("a\ufffd\ufffd(");
  }

  @Test
  void of_partOfAnArray_takesThatPartOnly() throws IOException {
    byte[] bytes = "xx text é yy".getBytes(StandardCharsets.UTF_8);

    assertThat(RawRecords.of(new Slice(bytes, 3, 4), Records.envelope()).messageText())
        .isEqualTo("text");
    assertThat(RawRecords.of(new Slice(bytes, 3, 7), Records.envelope()).messageText())
        .isEqualTo("text é");
  }

  @Test
  void unreadable_text_hasATagThatSaysWhy() throws IOException {
    LogRecord record = RawRecords.unreadable(Slice.of("x"), "why", Records.envelope());

    assertThat(record.messageText()).isEqualTo("x");
    assertThat(record.envelope().tags().text()).endsWith(",parse_error:why");
  }
}
