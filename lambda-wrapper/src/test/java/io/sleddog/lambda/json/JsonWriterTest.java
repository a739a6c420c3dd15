package io.sleddog.lambda.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
  private final JsonWriter writer = new JsonWriter(1);

  @Test
  void text_whatNoDecoderLikes_isEscapedOrReplaced() {
    writer.text("\"\\\b\t\n\u0000\u001f \ud800x\udc00\ud83d\ude00ß日\u007f\u2028");
    assertThat(written())
        .isEqualTo(
            "\"\\\"\\\\\\u0008\\t\\n\\u0000\\u001f \ufffdx\ufffd\ud83d\ude00ß日\u007f\u2028\"");
  }

  @Test
  void text_partEndingInsideAPair_replacesTheHalf() {
    writer.text("a\ud83d\ude00", 0, 2);
    assertThat(written()).isEqualTo("\"a\ufffd\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "ü", "\ud83d\ude00", "\u0007", "tab\there"})
  void text_anyText_isReadBackByOurReader(String text) {
    writer.text(text);
    assertThat(Json.parse(writer.copyFrom(0)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 126, 127, 128, 129, 255, 256, 1000})
  void text_longWithSomethingRareAnywhere_isReadBack(int plain) {
    String before = "a".repeat(plain);
    String text = before + "\ud83d\ude00" + before + "\"" + before + "日\n" + before;
    writer.text(text);
    assertThat(Json.parse(writer.copyFrom(0)).text()).isEqualTo(text);
  }

  @Test
  void name_writtenAgain_isWrittenTheSame() {
    for (String name : new String[] {"http.url", "a\"b", "ü", "\ud800", "Aa", "BB", "http.url"}) {
      writer.cutTo(0);
      String first = new String(writer.name(name).copyFrom(0), UTF_8);
      writer.cutTo(0);
      String second = new String(writer.name(name).copyFrom(0), UTF_8);
      writer.cutTo(0);
      String text = new String(writer.ascii(",").text(name).ascii(":").copyFrom(0), UTF_8);
      assertThat(first).isEqualTo(second).isEqualTo(text);
    }
  }

  @Test
  void name_moreThanAreKept_areAllWritten() {
    StringBuilder expected = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      // Of half of them the hashes are the same.
      names.add(i % 2 == 0 ? "name" + i : "AaBB".repeat(i % 20) + "BBAa".repeat(20 - i % 20));
    }
    for (int round = 0; round < 2; round++) {
      for (String name : names) {
        writer.name(name);
        expected.append(",\"").append(name).append("\":");
      }
    }
    assertThat(written()).isEqualTo(expected.toString());
  }

  @Test
  void integer_aroundEveryPowerOfTen_isItsDecimalText() {
    for (long power = 1; power > 0 && power <= 1_000_000_000_000_000_000L; power *= 10) {
      for (long value : new long[] {power - 1, power, power + 1, 9 * power, -power, 7 * power}) {
        writer.cutTo(0);
        writer.integer(value);
        assertThat(written()).isEqualTo(Long.toString(value));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        9,
        10,
        -1,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE + 1L,
        1_000_000_000_000L,
        1_700_000_000_123_456_789L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void integer_anyLong_isItsDecimalText(long value) {
    assertThat(new String(writer.integer(value).copyFrom(0), UTF_8))
        .isEqualTo(Long.toString(value));
  }

  @ParameterizedTest
  @CsvSource({"1.0,1", "-0.5,-0.5", "12.45,12.45", "1e20,1.0E20", "123456789.0,123456789", "0,0"})
  void decimal_wholeNumbers_haveNoFraction(double value, String expected) {
    assertThat(new String(writer.decimal(value).copyFrom(0), UTF_8)).isEqualTo(expected);
  }

  @Test
  void id_hasSixteenOrThirtyTwoDigits() {
    writer.id(0xabcL).ascii(",").id(1, -1);
    assertThat(written()).isEqualTo("\"0000000000000abc\",\"0000000000000001ffffffffffffffff\"");
  }

  @Test
  void cutTo_forgetsTheRest() {
    writer.ascii("abcdef").cutTo(3);
    assertThat(written()).isEqualTo("abc");
    assertThat(writer.size()).isEqualTo(3);
    assertThat(new String(writer.copyFrom(1), UTF_8)).isEqualTo("bc");
  }

  @Test
  void text_longerThanAllowed_endsInAnEllipsis() {
    writer.text((Object) "abcdef", 4).text((Object) Json.parse("\"abcdef\""), 4);
    writer.text((Object) "abc", 3);
    assertThat(written()).isEqualTo("\"abc…\"\"abc…\"\"abc\"");
  }

  private String written() {
    return new String(writer.copyFrom(0), UTF_8);
  }

  @Test
  void jsonValues_mapsListsAndScalars_areWritten() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("text", "a\"b");
    map.put("list", Arrays.asList(1, 2.5, "x", true, Map.of()));
    map.put("nan", Double.NaN);
    map.put("other", new Object());
    JsonValues.write(writer, map);
    assertThat(written())
        .isEqualTo(
            "{\"text\":\"a\\\"b\",\"list\":[1,2.5,\"x\",true,{}],\"nan\":null,\"other\":null}");
    assertThat(JsonValues.knows(map)).isTrue();
    assertThat(JsonValues.knows(new Object())).isFalse();
  }

  @Test
  void jsonValues_mapInsideItself_ends() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("self", map);
    JsonValues.write(writer, map);
    assertThat(Json.parse(writer.copyFrom(0)).exists()).isTrue();
  }
}
