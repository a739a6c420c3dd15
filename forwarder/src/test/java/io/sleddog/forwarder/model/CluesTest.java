package io.sleddog.forwarder.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.json.ByteWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CluesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "plain", "[1]", "x {\"m\":1}", "\"m\"", "{\"a\":\"b\"}", "{", "{m:1}"})
  void of_messageThatCanBeNothingElse_hasNoClue(String message) {
    assertThat(of(message)).isEqualTo(Clues.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"m\":1}", " \n\t{\"x\":2, \"m\" : 1}", "{\"a\":{\"m\":1}}"})
  void of_nameOfAMetric_isSeen(String message) {
    assertThat(of(message).metric()).isTrue();
    assertThat(of(message).trace()).isFalse();
  }

  @Test
  void of_eachName_hasItsOwnClue() {
    assertThat(of("{\"traces\":[]}").trace()).isTrue();
    assertThat(of("{\"ddtags\":\"\"}").tags()).isTrue();
    assertThat(of("{\"message\" : \"{}\"}").message()).isTrue();
    assertThat(of("{\"message\":\"text\"}").message()).isFalse();
    assertThat(of("{\"type\":\"platform.report\"}").report()).isTrue();
  }

  @Test
  void of_escapedCharacter_mayBeAnything() {
    Slice message = Slice.of("{\\u0022m\\u0022:1}");

    assertThat(Clues.of(message).metric()).isTrue();
  }

  @Test
  void of_nameWithinAName_isNotSeen() {
    assertThat(of("{\"mm\":1,\"xm\":2,\"m2\":3}")).isEqualTo(Clues.NONE);
  }

  @Test
  void of_missingMessage_hasNoClue() {
    assertThat(Clues.of(null)).isEqualTo(Clues.NONE);
  }

  private static Clues of(String message) {
    ByteWriter json = new ByteWriter(64);
    json.string(message);
    return Clues.of(new Slice(json.array(), 1, json.size() - 2));
  }
}
