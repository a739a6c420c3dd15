package io.sleddog.macro.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypoTest {
  @ParameterizedTest
  @CsvSource({
    "service,service,0",
    "servise,service,1",
    "Service,service,0",
    "env,'',3",
    "ab,ba,2",
    "kitten,sitting,3"
  })
  void distance_twoNames_countsTheLetters(String one, String other, int distance) {
    assertThat(Typo.distance(one, other)).isEqualTo(distance);
    assertThat(Typo.distance(other, one)).isEqualTo(distance);
  }
}
