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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of JSON objects in all forms, and the objects in them. */
class JsonValuesTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("one", "{\"a\":1}", List.of("{\"a\":1}")),
        arguments("lines", "{\"a\":1}\n{\"b\":2}\n", List.of("{\"a\":1}", "{\"b\":2}")),
        arguments("lines, CRLF", "{\"a\":1}\r\n{\"b\":2}\r\n", List.of("{\"a\":1}", "{\"b\":2}")),
        arguments("joined", "{\"a\":1}{\"b\":2}", List.of("{\"a\":1}", "{\"b\":2}")),
        arguments("joined, spaced", "{\"a\":1} {\"b\":2}", List.of("{\"a\":1}", "{\"b\":2}")),
        arguments("array", "[{\"a\":1},{\"b\":2}]", List.of("{\"a\":1}", "{\"b\":2}")),
        arguments("array, spaced", "[ {\"a\":1} , {\"b\":2} ]", List.of("{\"a\":1}", "{\"b\":2}")),
        arguments("arrays", "[{\"a\":1}]\n[{\"b\":2}]", List.of("{\"a\":1}", "{\"b\":2}")),
        arguments("over lines", "{\n \"a\": 1\n}\n{}", List.of("{\n \"a\": 1\n}", "{}")),
        arguments(
            "array over lines", "[\n {\n \"a\": 1 },\n {}\n]\n", List.of("{\n \"a\": 1 }", "{}")),
        arguments("nested", "{\"a\":[{\"b\":{}}]}{}", List.of("{\"a\":[{\"b\":{}}]}", "{}")),
        arguments("braces in texts", "{\"a\":\"}{\"}\n{}", List.of("{\"a\":\"}{\"}", "{}")),
        arguments("quotes in texts", "{\"a\":\"\\\"}\"}{}", List.of("{\"a\":\"\\\"}\"}", "{}")),
        arguments("backslashes", "{\"a\":\"\\\\\"}{}", List.of("{\"a\":\"\\\\\"}", "{}")),
        arguments("text behind", "{\"a\":1} more\n{}", List.of("{\"a\":1} more", "{}")),
        arguments("text right behind", "{\"a\":1}more\n{}", List.of("{\"a\":1}more", "{}")),
        arguments("text behind the last", "{\"a\":1} more", List.of("{\"a\":1} more")),
        arguments("blanks behind", "{\"a\":1} \t\n{} ", List.of("{\"a\":1}", "{}")),
        arguments("text lines", "{}\nno json\n{}", List.of("{}", "no json", "{}")),
        arguments("object cut off", "{}\n{\"a\n{\"b\":1}\n", List.of("{}", "{\"a", "{\"b\":1}")),
        arguments("cut off at the end", "{}\n{\"a\":", List.of("{}", "{\"a\":")),
        arguments("scalars between", "{} 5\n\"x\"\n", List.of("{} 5", "\"x\"")),
        arguments("characters", "{\"é\":\"😀\"}\n{}", List.of("{\"é\":\"😀\"}", "{}")),
        arguments(
            "line that is an array", "{}\n[1]\n[ 2 ]\n{}", List.of("{}", "[1]", "[ 2 ]", "{}")),
        arguments("line in brackets", "{}\n[x] y\n]z\n{}", List.of("{}", "[x] y", "]z", "{}")),
        arguments("bracket at the end", "{}\n[", List.of("{}", "[")),
        arguments("empty arrays", "[{}]\n[]\n[ \n ]\n{}", List.of("{}", "{}")),
        arguments("scalars in an array", "[{},\n1,\nnull]", List.of("{}", "1,", "null]")),
        arguments("closing only", "{}}\n{}", List.of("{}}", "{}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void parse_text_givesItsObjects(String name, String text, List<String> values)
      throws IOException {
    for (int step : new int[] {1, 2, 5, 1000}) {
      assertThat(read(text, step)).as("%d bytes at a time", step).isEqualTo(values);
    }
  }

  @Test
  void parse_objectWithoutEnd_comesInParts() throws IOException {
    String text = "{\"a\":\"" + "x".repeat(2_000_000);

    assertThat(String.join("", read(text, 65_536))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1} | true",
        "  {\"a\":1} | true",
        "[{\"a\":1}, | true",
        "{} | true",
        "{\"a\": | false",
        "{\"a\" \"b\"} | false",
        "[1,2] | false",
        "[] | false",
        "[2026-01-01] x | false",
        "text | false",
        "'' | false",
        "5 | false"
      })
  void startIn_text_tellsJsonObjects(String text, boolean json) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(JsonValues.startIn(Texts.window(bytes, 1, Texts.context(record -> {}))))
        .isEqualTo(json);
  }

  private static List<String> read(String text, int step) throws IOException {
    return Texts.read(text, step, (window, texts, context) -> new JsonValues(window).parse(texts));
  }
}
