package io.sleddog.local.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {
  @Test
  void median_oddCount_isTheMiddle() {
    assertThat(Times.median(millis(9, 1, 5))).isEqualTo(Duration.ofMillis(5));
  }

  @Test
  void median_evenCount_isTheMeanOfTheMiddleTwo() {
    assertThat(Times.median(millis(9, 1, 5, 4))).isEqualTo(Duration.ofNanos(4_500_000));
  }

  @Test
  void lowest_isTheShortest() {
    assertThat(Times.lowest(millis(9, 1, 5))).isEqualTo(Duration.ofMillis(1));
  }

  private static List<Duration> millis(int... times) {
    return java.util.Arrays.stream(times).mapToObj(Duration::ofMillis).toList();
  }
}
