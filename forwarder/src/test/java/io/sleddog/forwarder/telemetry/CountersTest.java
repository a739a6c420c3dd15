package io.sleddog.forwarder.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountersTest {

  @Test
  void moveTo_counts_areAddedOnce() {
    Counters from = new Counters();
    Counters to = new Counters();
    from.add(Count.CLIENT_ERROR, 2);
    to.add(Count.CLIENT_ERROR, 1);

    from.moveTo(to);
    from.moveTo(to);

    assertThat(to.summary()).isEqualTo("client_error=3");
    assertThat(from.summary()).isEmpty();
  }
}
