package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventRingTest {
  private final EventRing ring = new EventRing(1000);

  @Test
  void after_eventsThatCameSince_givesThemInOrder() throws InterruptedException {
    long seen = ring.resume(ring.lastId()).orElseThrow();
    ring.add("1");
    ring.add("2");

    List<byte[]> fresh = ring.after(seen, 0).orElseThrow();

    assertThat(fresh).hasSize(2);
    assertThat(new String(fresh.get(1), StandardCharsets.UTF_8))
        .startsWith("id: " + ring.lastId())
        .endsWith("event: tick\ndata: 2\n\n");
  }

  @Test
  void after_nothingNew_waitsAndGivesNothing() throws InterruptedException {
    assertThat(ring.after(0, 1)).hasValueSatisfying(fresh -> assertThat(fresh).isEmpty());
  }

  @Test
  void after_eventsThatHadToMakeRoom_isEmpty() throws InterruptedException {
    String first = ring.lastId();
    for (int i = 0; i < 50; i++) {
      ring.add("x".repeat(100));
    }

    assertThat(ring.resume(first)).isEmpty();
    assertThat(ring.after(0, 0)).isEmpty();
    assertThat(ring.resume(ring.lastId())).isPresent();
  }

  @Test
  void resume_anIdOfAnotherRun_isEmpty() {
    assertThat(ring.resume(new EventRing(1000).lastId())).isEmpty();
    assertThat(ring.resume("")).isEmpty();
    assertThat(ring.resume("nonsense")).isEmpty();
    assertThat(ring.resume(ring.lastId().replaceAll("\\d+$", "x"))).isEmpty();
  }

  @Test
  void resume_anIdOfTheFuture_isEmpty() {
    assertThat(ring.resume(ring.lastId().replaceAll("\\.\\d+$", ".99"))).isEmpty();
  }

  @Test
  void add_oneThatIsLargerThanTheRing_isKept() {
    ring.add("x".repeat(5000));

    assertThat(ring.resume(ring.lastId())).isPresent();
  }
}
