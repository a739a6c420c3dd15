package io.sleddog.forwarder.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteWriterTest {
  private final ByteWriter writer = new ByteWriter(1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "\"",
        "\\",
        "\n\r\t",
        "\u0000\u001f\b\f",
        "é€😀",
        "</script>",
        "a\\u0041"
      })
  void string_anyText_readsBackAsTheSame(String text) throws IOException {
    writer.string(text);

    assertThat(Json.unescape(writer.array(), 1, writer.size() - 2)).isEqualTo(text);
  }

  @Test
  void string_loneSurrogate_isReplaced() {
    assertThat(writer.string("a\ud83db").utf8()).isEqualTo("\"a?b\"");
  }

  @Test
  void write_moreThanItsCapacity_grows() {
    byte[] bytes = "0123456789".getBytes(StandardCharsets.UTF_8);

    writer.write(bytes, 2, 5);
    writer.write('!');

    assertThat(writer.toByteArray()).isEqualTo("23456!".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void truncate_someBytes_keepsTheFirst() {
    writer.text("abcdef").truncate(3);

    assertThat(writer.text("x").utf8()).isEqualTo("abcx");
  }
}
