package io.sleddog.forwarder.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sleddog.forwarder.fixture.Records;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTrailRecordsTest {

  static Stream<Arguments> files() {
    return Stream.of(
        arguments("{\"Records\":[]}", List.of()),
        arguments("{\"Records\":[{\"a\":1}]}", List.of("{\"a\":1}")),
        arguments(
            "{\"Records\":[{\"a\":1},{\"b\":{\"c\":[]}}]}",
            List.of("{\"a\":1}", "{\"b\":{\"c\":[]}}")),
        arguments(" { \"Records\" : [ {\"a\" : 1} ] } ", List.of("{\"a\" : 1}")),
        arguments("{\"x\":[{}],\"Records\":[{\"a\":1}],\"y\":2}", List.of("{\"a\":1}")),
        arguments("{\"Records\":null,\"Records\":[{\"a\":1}]}", List.of("{\"a\":1}")),
        arguments("{\"Records\":[{}]}", List.of("{}")),
        arguments(
            "{\"Records\":[{\"host\":\"h\",\"a\":1}]}",
            List.of("{\"a\":1,\"original\":{\"host\":\"h\"}}")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void parse_file_givesItsRecords(String file, List<String> records) throws IOException {
    List<String> found = new ArrayList<>();

    assertThat(parse(file, found)).isTrue();
    assertThat(found).isEqualTo(records);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "[1]",
        "{}",
        "{\"Records\":null}",
        "{\"Records\":{}}",
        "{\"Records\":[1]}",
        "{\"Records\":[{\"a\":1},null]}",
        "{\"Records\":[{\"a\":1}",
        "{\"Records\":[{\"a\":1}]} more"
      })
  void parse_otherText_isLeftToOthersAsAWhole(String text) throws IOException {
    List<String> found = new ArrayList<>();

    assertThat(parse(text, found)).isFalse();
    assertThat(found).isEmpty();
  }

  private static boolean parse(String file, List<String> found) throws IOException {
    ParseContext context = Texts.context(record -> found.add("{" + record.fields().text() + "}"));
    TextWindow window = Texts.window(file.getBytes(StandardCharsets.UTF_8), 3, context);
    return CloudTrailRecords.parse(window, Records.envelope(), context);
  }
}
