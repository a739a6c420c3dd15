package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  @ParameterizedTest
  @CsvSource({
    "--logLevel,--log-level",
    "--logLevel=DeBug,--log-level=DeBug",
    "--captureLambdaPayload,--capture-lambda-payload",
    "--log-level,--log-level",
    "orderFunction,orderFunction",
    "-F,-F",
  })
  void of_camelCaseOption_isWrittenOurWay(String typed, String word) {
    assertThat(Arguments.of("lambda", typed).words()).containsExactly("lambda", word);
  }

  @Test
  void of_afterTwoHyphens_staysAsTyped() {
    assertThat(Arguments.of("--", "--logLevel").words()).containsExactly("--", "--logLevel");
  }

  @Test
  void valueOf_bothSpellings_isFound() {
    assertThat(Arguments.of("--config", "a.json").valueOf("--config")).contains("a.json");
    assertThat(Arguments.of("--config=b.json").valueOf("--config")).contains("b.json");
    assertThat(Arguments.of("--config").valueOf("--config")).isEmpty();
    assertThat(Arguments.of("--configs=b").valueOf("--config")).isEmpty();
  }

  @Test
  void of_helpForACommandInAGroup_asksTheCommand() {
    assertThat(Arguments.of("help", "lambda", "status").words())
        .containsExactly("lambda", "status", "--help");
    assertThat(Arguments.of("help", "lambda").words()).containsExactly("help", "lambda");
    assertThat(Arguments.of("help").words()).containsExactly("help");
  }

  @Test
  void isForAws_byTheFirstWord() {
    assertThat(Arguments.of("doctor").isForAws()).isTrue();
    assertThat(Arguments.of("local").isForAws()).isFalse();
    assertThat(Arguments.of().isForAws()).isFalse();
  }
}
