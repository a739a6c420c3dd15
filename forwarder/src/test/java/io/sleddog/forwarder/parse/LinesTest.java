package io.sleddog.forwarder.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts, and the lines in them, however the bytes come. */
class LinesTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("", List.of()),
        arguments("\n", List.of()),
        arguments("\r\n\r\n \t\n", List.of()),
        arguments("a", List.of("a")),
        arguments("a\n", List.of("a")),
        arguments("a\nb", List.of("a", "b")),
        arguments(
            "a\r\nb\rc\n\n  d \u000b e\ff\u001cg\u0085h\n",
            List.of("a", "b", "c", "d \u000b e\ff\u001cg\u0085h")),
        arguments("\u001c\u001d a \u001e\u001f\n", List.of("a")),
        arguments("é\n😀\n", List.of("é", "😀")),
        arguments("\u2028a\u2029\n", List.of("\u2028a\u2029")),
        arguments("a\u0000b", List.of("a\u0000b")));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void parse_text_givesItsLines(String text, List<String> lines) throws IOException {
    for (int step : new int[] {1, 2, 3, 1000}) {
      assertThat(read(text, step, false)).isEqualTo(lines);
    }
  }

  @Test
  void parse_header_isLeftOutEvenIfItIsEmpty() throws IOException {
    assertThat(read("head\r\na\nb", 1, true)).containsExactly("a", "b");
    assertThat(read("\na\n", 1, true)).containsExactly("a");
    assertThat(read("head", 1, true)).isEmpty();
  }

  @Test
  void parse_lineWithoutEnd_comesInPartsThatDoNotCutCharacters() throws IOException {
    for (int shift = 0; shift < 4; shift++) {
      String text = "x".repeat(shift) + "😀".repeat(500_000);

      List<String> parts = read(text, 65_536, false);

      assertThat(String.join("", parts)).isEqualTo(text);
      assertThat(parts).hasSize(3).noneMatch(part -> part.contains("\ufffd"));
      assertThat(parts)
          .allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= Lines.MOST);
    }
  }

  @Test
  void parse_manyLines_areAllThere() throws IOException {
    String text = "0123456789\n".repeat(100_000);

    assertThat(read(text, 8_191, false)).hasSize(100_000).containsOnly("0123456789");
  }

  private static List<String> read(String text, int step, boolean headed) throws IOException {
    return Texts.read(
        text, step, (window, texts, context) -> new Lines(window).parse(headed, texts));
  }
}
