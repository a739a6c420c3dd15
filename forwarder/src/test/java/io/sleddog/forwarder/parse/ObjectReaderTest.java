package io.sleddog.forwarder.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects, what their records hold, and what their message and time are. */
class ObjectReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | '' | - | 0",
        "{ } | ' ' | - | 0",
        "{\"a\":1} | \"a\":1 | - | 0",
        "{\"message\":\"m\"} | \"message\":\"m\" | m | 0",
        "{\"message\" : \"m\" , \"a\":[] } | \"message\" : \"m\" , \"a\":[]  | m | 0",
        "{\"message\":\"\"} | \"message\":\"\" | '' | 0",
        "{\"message\":\"a\\\"b\\u00e9\"} | \"message\":\"a\\\"b\\u00e9\" | a\"bé | 0",
        "{\"message\":5} | \"message\":5 | - | 0",
        "{\"message\":null} | \"message\":null | - | 0",
        "{\"message\":{\"message\":\"m\"}} | \"message\":{\"message\":\"m\"} | - | 0",
        "{\"a\":{\"message\":\"m\",\"timestamp\":5}} | \"a\":{\"message\":\"m\",\"timestamp\":5} | - | 0",
        "{\"message\":\"a\",\"message\":\"b\"} | \"message\":\"a\",\"message\":\"b\" | b | 0",
        "{\"timestamp\":1583425836114} | \"timestamp\":1583425836114 | - | 1583425836114",
        "{\"timestamp\":\"5\"} | \"timestamp\":\"5\" | - | 0",
        "{\"timestamp\":1.5} | \"timestamp\":1.5 | - | 0",
        "{\"timestamp\":99999999999999999999} | \"timestamp\":99999999999999999999 | - | 0",
        "{\"host\":\"h\"} | \"original\":{\"host\":\"h\"} | - | 0",
        "{\"host\":\"h\",\"message\":\"m\",\"timestamp\":7} | \"message\":\"m\",\"timestamp\":7,\"original\":{\"host\":\"h\"} | m | 7",
        "{\"original\":1,\"aws\":{\"x\":1.50}} | \"original\":{\"original\":1,\"aws\":{\"x\":1.50}} | - | 0",
        "{\"original\":1} | \"original\":1 | - | 0",
        "{\"service\":1,\"ddtags\":[],\"lambda\":null,\"ddsource\":\"x\",\"ddsourcecategory\":\"y\"} | \"original\":{\"service\":1,\"ddtags\":[],\"lambda\":null,\"ddsource\":\"x\",\"ddsourcecategory\":\"y\"} | - | 0"
      })
  void only_object_keepsItsBytes(String json, String fields, String message, long timestamp)
      throws IOException {
    LogRecord record = ObjectReader.only(Slice.of(json), Records.envelope());

    assertThat(record.fields().text().strip()).isEqualTo(fields.strip());
    assertThat(record.message() == null ? "-" : record.messageText()).isEqualTo(message);
    assertThat(record.timestampMillis()).isEqualTo(timestamp);
    assertThat(record.envelope().tags()).isEqualTo(Records.envelope().tags());
  }

  @ParameterizedTest
  @CsvSource({"''", "5", "'[1]'", "text", "'{\"a\":'", "'{\"a\" 1}'", "null"})
  void only_otherText_becomesTheMessage(String text) throws IOException {
    LogRecord record = ObjectReader.only(Slice.of(text), Records.envelope());

    assertThat(record.messageText()).isEqualTo(text);
    assertThat(record.envelope().tags().text()).endsWith(",parse_error:unreadable_event");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"message\":\"a\u00ed\u00a0\u0080b\"}', 'a\ufffdb'",
    "'{\"message\":\"a\u00c0\u0080b\",\"host\":1}', 'a\ufffd\ufffdb'",
    "'{\"a\":\"\u00c0\u0080\",\"message\":\"b\"}', b",
    "'{\"message\":\"\u00c3\u00a9\"}', é"
  })
  void only_bytesThatAreNoUtf8_areReplaced(String bytes, String message) throws IOException {
    Slice json = Slice.of(bytes.getBytes(StandardCharsets.ISO_8859_1));

    LogRecord record = ObjectReader.only(json, Records.envelope());

    assertThat(record.messageText()).isEqualTo(message);
    assertThat(Utf8.isValid(record.fields())).isTrue();
  }
}
