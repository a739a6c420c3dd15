package io.sleddog.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 µs",
    "42000, 42 µs",
    "420000, 0.42 ms",
    "9994000, 9.99 ms",
    "23400000, 23.4 ms",
    "412000000, 412 ms"
  })
  void duration_anySize_hasAboutThreeDigits(long nanos, String text) {
    assertThat(Units.duration(Duration.ofNanos(nanos))).isEqualTo(text);
  }

  @Test
  void duration_seconds_areMillisecondsWithSeparators() {
    assertThat(Units.duration(Duration.ofMillis(1_234_567))).isEqualTo("1,234,567 ms");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "12.45, 12.45", "-3, -3", "1e20, 1.0E20", "0.1, 0.1"})
  void number_anyValue_hasNoNeedlessDigits(double value, String text) {
    assertThat(Units.number(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 spans", "1, 1 span", "2, 2 spans"})
  void count_noun_isInThePluralButForOne(long count, String text) {
    assertThat(Units.count(count, "span")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"999 | 999 bytes", "9999 | 9,999 bytes", "10240 | 10.0 KB"})
  void bytes_anySize_isReadable(long bytes, String text) {
    assertThat(Units.bytes(bytes)).isEqualTo(text);
  }

  @Test
  void line_longTextWithControlCharacters_isOneShortLine() {
    assertThat(Units.line(" a\n\tb\u001b[31m " + "x".repeat(50), 20))
        .isEqualTo("a b [31m xxxxxxxxxx…")
        .hasSize(20);
  }
}
