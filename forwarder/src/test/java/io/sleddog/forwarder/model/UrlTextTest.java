package io.sleddog.forwarder.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTextTest {

  @ParameterizedTest
  @CsvSource({
    "a/b.gz, a/b.gz",
    "a+b%20c, a b c",
    "%C3%A9, é",
    "100%, 100%",
    "%zz%4, %zz%4",
    "%2B, +"
  })
  void decode_nameFromAnEvent_isTheObjectsName(String encoded, String name) {
    assertThat(UrlText.decode(encoded)).isEqualTo(name);
  }

  @Test
  void encode_anyText_leavesOnlyPlainCharacters() {
    assertThat(UrlText.encode("a b+c/é~")).isEqualTo("a%20b%2Bc%2F%C3%A9~");
    assertThat(UrlText.encodePath("a b+c/é~")).isEqualTo("a%20b%2Bc/%C3%A9~");
  }
}
