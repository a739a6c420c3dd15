package io.sleddog.forwarder.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sleddog.forwarder.fixture.Records;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of which a pattern tells where logs begin. */
class MultilineTextTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("2022a\n2022b\n\n2022c\r\n", List.of("2022a", "2022b", "2022c")),
        arguments("2022a\n\tat x\n\n  at y\n2022b\n", List.of("2022a\n\tat x\n\n  at y", "2022b")),
        arguments("2022a\r\n at x\r\n2022b", List.of("2022a\r\n at x", "2022b")),
        arguments("2022a \n2022b", List.of("2022a ", "2022b")),
        arguments("2022a\fb\f\n2022c", List.of("2022a\fb", "2022c")),
        arguments("2022a\n 2022b\n2022c", List.of("2022a\n 2022b", "2022c")),
        arguments("hdr x\n2022b\n at x\n2022c", List.of("hdr x", "2022b", "at x", "2022c")),
        arguments("\n \n2022a\nfoo\n2022b", List.of("2022a\nfoo", "2022b")),
        arguments("2022 é\n😀", List.of("2022 é\n😀")),
        arguments("2022", List.of("2022")),
        arguments("", List.of()),
        arguments("\n\n", List.of()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void parse_text_givesItsLogs(String text, List<String> logs) throws IOException {
    for (int step : new int[] {1, 3, 1000}) {
      assertThat(read("\\d{4}", text, step)).isEqualTo(logs);
    }
  }

  @Test
  void parse_logThatIsTooLong_comesInParts() throws IOException {
    String text = "2022\n" + "more\n".repeat(400_000) + "2023";

    List<String> logs = read("\\d{4}", text, 65_536);

    assertThat(logs).hasSize(4).endsWith("2023");
    assertThat(logs).allMatch(log -> log.length() <= Lines.MOST);
    assertThat(String.join("\n", logs)).isEqualTo(text);
  }

  @Test
  void parse_patternThatLooksBehindAStart_isTaken() throws IOException {
    assertThat(read("(?!\\s)", "a\n b\nc", 1)).containsExactly("a\n b", "c");
  }

  private static List<String> read(String pattern, String text, int step) throws IOException {
    return Texts.read(
        text,
        step,
        (window, texts, context) ->
            new MultilineText(pattern).parse(window, Records.envelope(), context.records()));
  }
}
