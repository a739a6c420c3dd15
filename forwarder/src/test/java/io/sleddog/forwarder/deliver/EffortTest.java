package io.sleddog.forwarder.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.forwarder.fixture.Deadlines;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffortTest {
  private final Effort effort = new Effort(2);

  @ParameterizedTest
  @CsvSource({"0,6,6", "4,6,6", "5,6,3", "8,6,3", "9,6,1", "20,3,1", "8,1,1", "5,3,2", "20,0,0"})
  void level_batchesUnderWay_isLessTheMoreThereAre(int batches, int wanted, int level) {
    for (int i = 0; i < batches; i++) {
      effort.begin();
    }

    assertThat(effort.level(wanted)).isEqualTo(level);
  }

  @Test
  void level_batchesAreDone_isTheWantedOneAgain() {
    for (int i = 0; i < 20; i++) {
      effort.begin();
      effort.end();
    }

    assertThat(effort.level(6)).isEqualTo(6);
  }

  @Test
  void acquire_allProcessorsAreBusy_endsWithTheTime() throws IOException {
    effort.acquire(Deadlines.far());
    effort.acquire(Deadlines.far());

    assertThatThrownBy(() -> effort.acquire(Deadlines.in(1)))
        .hasMessage("no time left to compress");
    effort.release();
    effort.acquire(Deadlines.in(1));
  }
}
