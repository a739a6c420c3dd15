package io.sleddog.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LineBytesTest {
  /** What CloudWatch Logs may be made to take in for a traced request. */
  private static final int BUDGET = 2500;

  @Test
  void count_tracedRequestWithOneMetricOfItsOwn_staysWithinTheBudget() throws IOException {
    LineBytes counted = LineBytes.count();
    assertThat(counted.lines()).isEqualTo(3);
    assertThat(counted.bytes()).isBetween(1000L, (long) BUDGET);
  }
}
