package io.sleddog.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.benchmarks.function.StreamFunction;
import io.sleddog.local.measure.Comparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartsIT {
  @Test
  void measure_oneRound_hasATimeOfEachKind(@TempDir Path scratch) throws Exception {
    List<Integer> rounds = new ArrayList<>();
    Comparison comparison =
        new ColdStarts(scratch)
            .measure(StreamFunction.class, "", new Comparison.Plan(1, 1, 2), rounds::add);
    assertThat(rounds).containsExactly(1);
    assertThat(comparison.bare().cold()).hasSize(1);
    assertThat(comparison.bare().warm()).hasSize(2);
    assertThat(comparison.layered().cold()).hasSize(1);
    assertThat(comparison.layered().warm()).hasSize(2);
  }
}
