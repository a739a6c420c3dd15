package io.sleddog.benchmarks.warm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** That the benchmarks measure what they say; JMH itself is run by hand. */
class InvocationsTest {
  private final Invocations invocations = new Invocations();

  @Test
  void bare_bothKinds_answerAndLogNothing() throws IOException {
    assertThat(invocations.bareStream()).isPositive();
    assertThat(invocations.bareMap()).isPositive();
    assertThat(invocations.lines()).isZero();
  }

  @Test
  void traced_bothKinds_answerTheSameAndLogMetricAndTrace() throws IOException {
    assertThat(invocations.tracedStream()).isEqualTo(invocations.bareStream());
    assertThat(invocations.tracedMap()).isEqualTo(invocations.bareMap());
    assertThat(invocations.lines()).isEqualTo(4);
  }

  @Test
  void traced_withSpanOrPoint_logsMore() throws IOException {
    invocations.tracedStreamWithSpan();
    assertThat(invocations.lines()).isEqualTo(2);
    invocations.tracedStreamWithPoint();
    assertThat(invocations.lines()).isEqualTo(5);
  }
}
