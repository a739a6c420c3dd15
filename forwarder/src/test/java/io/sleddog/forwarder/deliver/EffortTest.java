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
  @CsvSource({"1,6,6", "4,6,6", "5,6,3", "8,6,3", "9,6,1", "20,3,1", "8,1,1", "5,3,2", "20,0,0"})
  void level_batchesUnderWay_isLessTheMoreThereAre(int batches, int wanted, int level)
      throws IOException {
    Effort.Turn turn = effort.begin();
    for (int i = 1; i < batches; i++) {
      Effort.Turn other = effort.begin();
      other.acquire(Deadlines.far());
      other.release();
    }

    assertThat(turn.level(wanted)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"1,6,6", "2,6,6", "3,6,3", "4,6,3", "4,1,1", "4,0,0"})
  void level_bodiesNotYetCompressed_isLessIfTheyWaitForProcessors(
      int bodies, int wanted, int level) {
    Effort.Turn turn = effort.begin();
    for (int i = 1; i < bodies; i++) {
      effort.begin();
    }

    assertThat(turn.level(wanted)).isEqualTo(level);
  }

  @Test
  void level_batchesAreDone_isTheWantedOneAgain() throws IOException {
    for (int i = 0; i < 20; i++) {
      Effort.Turn done = effort.begin();
      done.acquire(Deadlines.far()); // twice, as a batch that was split
      done.release();
      done.acquire(Deadlines.far());
      done.release();
      done.end();
      effort.begin().end();
    }

    Effort.Turn turn = effort.begin();
    effort.begin();

    assertThat(turn.level(6)).isEqualTo(6);
  }

  @Test
  void acquire_allProcessorsAreBusy_endsWithTheTime() throws IOException {
    Effort.Turn turn = effort.begin();
    turn.acquire(Deadlines.far());
    effort.begin().acquire(Deadlines.far());
    Effort.Turn third = effort.begin();

    assertThatThrownBy(() -> third.acquire(Deadlines.in(1))).hasMessage("no time left to compress");
    turn.release();
    third.acquire(Deadlines.in(1));
  }
}
