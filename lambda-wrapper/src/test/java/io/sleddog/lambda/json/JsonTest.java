package io.sleddog.lambda.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static final Json EVENT =
      Json.parse(
          "{ \"a\" : {\"b\":[10, {\"c\":\"deep\"}, -3], \"empty\":{}, \"none\":null},"
              + "\"Text\":\"\\u00fcber \\\"x\\\"\\n\\/\", \"ü\":\"é\", \"t\":true,\"f\":false,"
              + "\"n\":1.5e3, \"quoted\":\"42\", \"zero\":0, \"blank\":\"\", \"list\":[] }");

  @Test
  void get_pathThatIsThere_findsTheValue() {
    assertThat(EVENT.get("a").get("b").first().next().get("c").text()).isEqualTo("deep");
  }

  @Test
  void get_pathThatIsNot_staysMissing() {
    Json missing = EVENT.get("a").get("x").first().next().get("y");
    assertThat(missing.exists()).isFalse();
    assertThat(missing.text()).isNull();
    assertThat(missing.scalar()).isNull();
    assertThat(missing.isTruthy()).isFalse();
    assertThat(missing.integer(7)).isEqualTo(7);
    assertThat(missing.source()).isEmpty();
    assertThat(missing.length()).isZero();
  }

  @Test
  void getIgnoringCase_otherCase_findsTheValue() {
    assertThat(EVENT.getIgnoringCase("text").text()).isEqualTo("über \"x\"\n/");
    assertThat(EVENT.get("text").exists()).isFalse();
  }

  @Test
  void get_nameBeyondAscii_findsTheValue() {
    assertThat(EVENT.get("ü").text()).isEqualTo("é");
  }

  @Test
  void next_walksTheElementsOfAnArray() {
    Json first = EVENT.get("a").get("b").first();
    assertThat(first.integer(0)).isEqualTo(10);
    assertThat(first.next().next().integer(0)).isEqualTo(-3);
    assertThat(first.next().next().next().exists()).isFalse();
  }

  @Test
  void first_ofAnObject_isTheNameOfItsFirstMember() {
    Json name = EVENT.get("a").first();
    assertThat(name.text()).isEqualTo("b");
    assertThat(name.next().isArray()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a,true",
    "t,true",
    "n,true",
    "quoted,true",
    "f,false",
    "zero,false",
    "blank,false",
    "list,false",
    "missing,false"
  })
  void isTruthy_isFalseForNothing(String name, boolean expected) {
    assertThat(EVENT.get(name).isTruthy()).isEqualTo(expected);
  }

  @Test
  void isPresent_null_isNot() {
    assertThat(EVENT.get("a").get("none").isPresent()).isFalse();
    assertThat(EVENT.get("a").get("none").exists()).isTrue();
  }

  @Test
  void numbers_areReadFromNumbersAndText() {
    assertThat(EVENT.get("n").integer(0)).isEqualTo(1500);
    assertThat(EVENT.get("n").decimal(0)).isEqualTo(1500.0);
    assertThat(EVENT.get("quoted").integer(0)).isEqualTo(42);
    assertThat(EVENT.get("t").integer(-1)).isEqualTo(-1);
    assertThat(EVENT.get("blank").integer(-1)).isEqualTo(-1);
    assertThat(EVENT.get("a").integer(-1)).isEqualTo(-1);
    assertThat(Json.parse("12345678901234567890").integer(-1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void scalar_givesTheTextOfAnythingSingle() {
    assertThat(EVENT.get("n").scalar()).isEqualTo("1.5e3");
    assertThat(EVENT.get("t").scalar()).isEqualTo("true");
    assertThat(EVENT.get("a").scalar()).isNull();
    assertThat(EVENT.get("a").get("none").scalar()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"b\":[1,2]}}",
        "[ [ [] ] , {} ]",
        "{}",
        "[]",
        "[{\"x\":\"y]}\"}]",
        "[[1],[2,[3]]]"
      })
  void source_ofAContainer_isItsText(String text) {
    Json inside = Json.parse("[0," + text + ",\"}]\"]");
    assertThat(inside.first().next().source()).isEqualTo(text);
  }

  @Test
  void source_ofAString_hasItsQuotes() {
    assertThat(EVENT.get("quoted").source()).isEqualTo("\"42\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "{", "}", "[", "]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1,]", "[1 2]", "{a:1}",
        "\"open", "\"\\", "tru", "nulll", "-", "+1", ".5", "1,2", "{}{}", "{\"a\":1]", "[}", "'x'",
        "\u0001", "\"line\nbreak\"", "0x10", "NaN", "[\"a\":1]"
      })
  void parse_textThatIsNotJson_isMissing(String text) {
    assertThat(Json.parse(text).exists()).isFalse();
  }

  @Test
  void parse_null_isMissing() {
    assertThat(Json.parse((String) null).exists()).isFalse();
  }

  @Test
  void parse_deepNesting_needsNoStack() {
    String deep = "[".repeat(200_000) + "]".repeat(200_000);
    assertThat(Json.parse(deep).isArray()).isTrue();
    assertThat(Json.parse(deep.substring(1)).exists()).isFalse();
  }

  @Test
  void text_brokenEscapesAndBytes_becomeReplacementCharacters() {
    assertThat(Json.parse("\"\\uzzzz\"").text()).isEqualTo("\ufffd");
    byte[] notUtf8 = {'"', (byte) 0xff, 'a', '"'};
    assertThat(Json.parse(notUtf8).text()).isEqualTo("\ufffda");
  }

  @Test
  void prefix_longText_isCut() {
    Json text = Json.parse("\"" + "é".repeat(100) + "\"");
    assertThat(text.prefix(3)).isEqualTo("ééé");
    assertThat(Json.parse("\"abc\"").prefix(9)).isEqualTo("abc");
    assertThat(Json.parse("\"ab\\u00e9d\"").prefix(3)).isEqualTo("abé");
    assertThat(Json.parse("[1]").prefix(3)).isEmpty();
  }

  @Test
  void offset_isWhereTheValueBegins() {
    assertThat(Json.parse(" {\"a\": [1]}").get("a").offset()).isEqualTo(7);
  }

  @Test
  void writeText_plainAndEscaped_areCopiedOrWrittenAnew() {
    JsonWriter writer = new JsonWriter(4);
    writer.text((Object) EVENT.get("quoted")).text((Object) EVENT.get("Text"));
    writer.text((Object) EVENT.get("n")).text((Object) "x");
    assertThat(new String(writer.copyFrom(0), UTF_8))
        .isEqualTo("\"42\"\"über \\\"x\\\"\\n/\"\"1.5e3\"\"x\"");
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "\"7\", 7",
    "\" 7 \", 7",
    "\"+7\", 7",
    "9223372036854775807, 9223372036854775807",
    "\"9223372036854775808\", -9223372036854775808",
    "9999999999999999999, -8446744073709551617",
    "18446744073709551615, -1",
    "\"\\u0037\", 7",
    "18446744073709551616, 0",
    "99999999999999999999, 0",
    "\"-1\", 0",
    "1.5, 0",
    "\"7a\", 0",
    "\"\", 0",
    "true, 0",
    "null, 0",
    "[7], 0",
    "{}, 0"
  })
  void unsigned_numbersOfSixtyFourBits_areReadAndNothingElse(String text, long expected) {
    assertThat(Json.parse(text).unsigned()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "\"a\", a, true",
    "\"a\", b, false",
    "\"a\", ab, false",
    "\"ab\", a, false",
    "\"\", '', true",
    "\"\\u0061\", a, false",
    "\"é\", é, false",
    "7, 7, false",
    "null, '', false",
    "null, , false",
    "\"a\", , false",
    "[], , false",
    "x, , true"
  })
  void is_plainTextOfAString_orNothingForNull(String text, String expected, boolean same) {
    assertThat(Json.parse(text).is(expected)).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "server", "a\"b\\c\n", "é", "\ud83d\ude00"})
  void ofText_anything_readsAndWritesAsThatText(String text) {
    Json json = Json.ofText(text);
    assertThat(json.text()).isEqualTo(text);
    assertThat(new String(new JsonWriter(16).text((Object) json).copyFrom(0), UTF_8))
        .isEqualTo(new String(new JsonWriter(16).text(text).copyFrom(0), UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "\"a\"; \"b\"; ab",
        "\"\"; \"\"; ''",
        "\"https://d\"; \"/p?q=\\\"1\\\"\"; https://d/p?q=\"1\"",
        "\"d\\u00e9\"; \"/é\"; dé/é"
      },
      delimiter = ';')
  void behind_twoStrings_areReadAndWrittenAsOne(String front, String back, String both) {
    Json joined = Json.parse(back).behind(Json.parse(front));
    assertThat(joined.text()).isEqualTo(both);
    JsonWriter writer = new JsonWriter(8);
    joined.writeText(writer);
    assertThat(Json.parse(writer.copyFrom(0)).text()).isEqualTo(both);
    assertThat(joined.isScalar()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "\"a\"; \"a\"; true",
        "\"a\"; \"b\"; false",
        "\"a\"; \"aa\"; false",
        "\"\"; \"\"; true",
        "1; 1; false",
        "\"1\"; 1; false",
        "null; nothing; false",
        "nothing; nothing; true",
        "nothing; \"\"; false",
        "\"\"; nothing; false"
      },
      delimiter = ';')
  void isSame_stringsOrNothing_areCompared(String one, String other, boolean same) {
    assertThat(Json.parse(one).isSame(Json.parse(other))).isEqualTo(same);
    Json inside = Json.parse("[" + one + "]").first();
    assertThat(inside.isSame(Json.parse(other))).isEqualTo(same);
  }
}
