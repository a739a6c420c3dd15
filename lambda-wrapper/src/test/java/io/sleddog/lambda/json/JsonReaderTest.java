package io.sleddog.lambda.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One text after another in the same memory. */
class JsonReaderTest {
  private final JsonReader reader = new JsonReader(16);

  @Test
  void read_shorterTextBehindALonger_seesNothingOfTheFirst() {
    assertThat(read("{\"Records\":[1,2,3],\"long\":\"" + "x".repeat(500) + "\"}").isObject())
        .isTrue();
    Json second = read("{\"a\":\"b\"}");
    assertThat(second.get("a").text()).isEqualTo("b");
    assertThat(second.get("Records").exists()).isFalse();
    assertThat(second.get("long").exists()).isFalse();
    assertThat(second.source()).isEqualTo("{\"a\":\"b\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "[1,2", "{\"a\":", "{\"a\":1", "\"ab", "\"ab\\", "tru", "[[", "{\"a\""})
  void read_textThatEndsTooSoon_isNotMadeWholeByTheOneBefore(String cut) {
    assertThat(read("[1,2,3,4,5,6,7,\"abcdefgh\",true]]]}}").exists()).isFalse();
    assertThat(read("[1,2,3,4,5,6,7,\"abcdefgh\",true]").exists()).isTrue();
    assertThat(read(cut).exists()).isFalse();
    assertThat(read("[true]").first().scalar()).isEqualTo("true");
  }

  @Test
  void read_textInPieces_isOne() {
    byte[] bytes = "xx[12,{\"a\":3}]yy".getBytes(UTF_8);
    reader.clear();
    reader.write('[');
    reader.write(bytes, 3, 5);
    ByteArrayInputStream rest = new ByteArrayInputStream(bytes, 8, 6);
    reader.writeAll(rest);
    assertThat(reader.read().source()).isEqualTo("[12,{\"a\":3}]");
    assertThat(rest.available()).isZero();
  }

  @Test
  void writeAll_streamThatWasReadFrom_takesWhatIsLeft() {
    ByteArrayInputStream source = new ByteArrayInputStream("__[7]".getBytes(UTF_8));
    assertThat(source.skip(2)).isEqualTo(2);
    reader.clear();
    reader.writeAll(source);
    assertThat(reader.read().source()).isEqualTo("[7]");
    reader.clear();
    reader.writeAll(source);
    assertThat(reader.read().exists()).isFalse();
  }

  @Test
  void capacity_growsWithTheText() {
    int before = reader.capacity();
    read("[" + "1,".repeat(1000) + "1]");
    assertThat(reader.capacity()).isGreaterThan(before + 2000);
  }

  @ParameterizedTest
  @CsvSource({
    "{\"a\":1}, a, 1",
    "{\"a\":1}, b, ",
    "{\"ab\":1}, b, ",
    "{\"\":5}, '', 5",
    "{\"x\":1}, '', ",
    "{\"\\u0061\":2}, a, 2",
    "{\"\\u0061\":2}, b, ",
    "{\"é\":3}, é, 3",
    "{\"é\":3}, e, ",
    "{\"b\":{\"a\":4}}, a, ",
    "'{\"a\":1,\"a\":2}', a, 1",
    "'[\"a\",1]', a, ",
    "'[{\"a\":1}]', a, ",
    "1, a, "
  })
  void get_ofTheOutermost_findsWhatIsThereAndNothingElse(String text, String name, String value) {
    assertThat(read(text).get(name).scalar()).isEqualTo(value);
  }

  @Test
  void get_namesOfAllLengths_areFound() {
    StringBuilder text = new StringBuilder("{");
    for (int length = 1; length < 200; length++) {
      text.append('"').append("n".repeat(length)).append("\":").append(length).append(',');
    }
    Json json = read(text.append("\"last\":0}").toString());
    for (int length = 1; length < 200; length++) {
      assertThat(json.get("n".repeat(length)).integer(-1)).isEqualTo(length);
      assertThat(json.get("N".repeat(length)).exists()).isFalse();
    }
  }

  private Json read(String text) {
    reader.clear();
    byte[] bytes = text.getBytes(UTF_8);
    reader.write(bytes, 0, bytes.length);
    return reader.read();
  }
}
