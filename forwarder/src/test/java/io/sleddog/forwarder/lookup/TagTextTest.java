package io.sleddog.forwarder.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagTextTest {

  @ParameterizedTest
  @CsvSource({
    "Name, Foo Bar/é, name:foo_bar/é",
    "aws:cloudformation:stack-name, X, aws_cloudformation_stack-name:x",
    "1abc, 9 lives, abc:9_lives",
    "k, __v__, k:_v",
    "k, a:b:c, k:a:b:c",
    "123, v, :v",
    "k, '', k",
    "6.6.6, '', .6.6",
    "team, 'a,b', team:a_b",
    "Größe, '  ', größe:"
  })
  void of_tag_isPlain(String key, String value, String expected) {
    assertThat(TagText.of(key, value)).isEqualTo(expected);
  }

  @Test
  void of_longTag_isCut() {
    assertThat(TagText.of("k", "v".repeat(300))).hasSize(200);
  }
}
