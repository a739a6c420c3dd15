package io.sleddog.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.testing.RecordingListener;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private final RecordingListener listener = new RecordingListener();
  private final Records records = new Records(listener, Clock.systemUTC());

  @Test
  void now_nothing_isNoRecord() {
    records.now(new byte[0], 0);

    assertThat(listener.heard()).isEmpty();
  }

  @Test
  void now_cutInsideACharacter_movesBeforeIt() {
    String text = "x".repeat(Records.MAX_BYTES - 1) + "ä" + "end";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    records.now(bytes, bytes.length);

    assertThat(listener.heard()).containsExactly("x".repeat(Records.MAX_BYTES - 1), "äend");
  }

  @Test
  void now_exactlyTheLimit_isOneRecord() {
    byte[] bytes = "x".repeat(Records.MAX_BYTES).getBytes(StandardCharsets.UTF_8);

    records.now(bytes, bytes.length);

    assertThat(listener.heard()).hasSize(1);
  }
}
