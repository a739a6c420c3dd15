package io.sleddog.forwarder.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, -1",
    "2, 0, 0",
    "3, 0, 1",
    "4, 0, 1",
    "4.1, 0, 2",
    "0.5, 0, -2",
    "1, 3, -1",
    "2, 3, 7",
    "1.5, 1, 1",
    "1.4, 1, 0",
    "4, -1, 0",
    "5, -1, 1",
    "16, -1, 1",
    "17, -1, 2",
    "0.25, -1, -2"
  })
  void of_value_isInItsBucket(double value, int scale, int offset) {
    assertThat(Buckets.of(new double[] {value}, scale).offset()).isEqualTo(offset);
    assertThat(Buckets.of(new double[] {value}, scale).counts()).containsExactly(1);
  }

  @Test
  void of_nothing_hasNoBuckets() {
    assertThat(Buckets.of(new double[0], 20).counts()).isEmpty();
    assertThat(Buckets.scale(new double[0])).isEqualTo(20);
  }

  @Test
  void of_anyValues_countsAllWithinTheBounds() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 200; round++) {
      int power = round % 12;
      double[] values =
          random.doubles(50).map(v -> Math.pow(10, v * power - power / 2.0)).toArray();
      int scale = Buckets.scale(values);
      Buckets buckets = Buckets.of(values, scale);

      assertThat(Arrays.stream(buckets.counts()).sum()).isEqualTo(50);
      assertThat(buckets.counts().length).isLessThanOrEqualTo(160);
      double base = Math.pow(2, Math.pow(2, -scale));
      double least = Arrays.stream(values).min().orElseThrow();
      assertThat(Math.pow(base, buckets.offset())).isLessThanOrEqualTo(least * 1.000001);
    }
  }

  @ParameterizedTest
  @CsvSource({"4.9e-324, 1.7976931348623157e308"})
  void of_extremes_fitIntoFewBuckets(double least, double most) {
    double[] values = {least, 1, most};

    assertThat(Buckets.of(values, Buckets.scale(values)).counts().length).isLessThanOrEqualTo(160);
  }
}
