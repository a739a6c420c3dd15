package io.sleddog.local.expect;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartOfTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":1} | {\"a\":1.0,\"b\":2} | true",
        "{\"a\":{\"b\":[1,{\"c\":2}]}} | {\"a\":{\"b\":[1,{\"c\":2,\"d\":3}]}} | true",
        "{} | {\"a\":1} | true",
        "null | null | true",
        "\"x\" | \"x\" | true",
        "{\"a\":1} | {\"a\":2} | false",
        "{\"a\":1} | {} | false",
        "[1] | [1,2] | false",
        "[1,2] | [2,1] | false",
        "{} | [] | false",
        "1 | \"1\" | false"
      })
  void isPart_twoValues_objectsMayHaveMore(String part, String whole, boolean expected) {
    assertThat(PartOf.isPart(Json.parse(part), Json.parse(whole))).isEqualTo(expected);
  }
}
