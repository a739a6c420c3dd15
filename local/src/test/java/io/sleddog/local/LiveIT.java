package io.sleddog.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Ride;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.recording.SessionFile;
import io.sleddog.local.session.Session;
import io.sleddog.local.testing.PageClient;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The running program, asked as the page asks it. */
@Timeout(180)
class LiveIT {
  private final Path folder;

  LiveIT(@TempDir Path folder) {
    this.folder = folder;
  }

  private Live live() {
    return new Local(new LocalOptions(folder, List.of(), null)).live(LiveOptions.page(0));
  }

  /** Function, mishap, and the status and error that AWS would report. */
  private static final List<List<String>> MISHAPS =
      List.of(
          List.of("coffee-house", "throw", "error", "java.lang.IllegalArgumentException"),
          List.of("coffee-house", "timeout", "timeout", "Sandbox.Timedout"),
          List.of("coffee-house", "memory", "error", "java.lang.OutOfMemoryError"),
          List.of("queue-worker", "throw", "error", "java.lang.RuntimeException"),
          List.of("queue-worker", "timeout", "timeout", "Sandbox.Timedout"),
          List.of("queue-worker", "memory", "crash", "Runtime.ExitError"));

  @Test
  void mishaps_ofFunctions_areSeenAsOnAws() throws Exception {
    List<List<String>> seen = new ArrayList<>();
    try (Live live = live()) {
      PageClient page = new PageClient(live.link());
      int before = page.awaitArrived(4).size();
      for (List<String> mishap : MISHAPS) {
        String path = "functions/" + mishap.get(0) + "/mishap";
        page.post(path, Json.object().put("kind", mishap.get(1)));
        JsonNode row = page.awaitArrived(before + seen.size() + 1).path(before + seen.size());
        String status = row.path(3).asText();
        seen.add(List.of(row.path(1).asText(), mishap.get(1), status, row.path(9).asText()));
      }
    }
    assertThat(seen).isEqualTo(MISHAPS);
  }

  @Test
  void record_thenReplay_sendsTheSameEventsAgain() throws Exception {
    Path file = folder.resolve("session.jsonl");
    LocalOptions options = new LocalOptions(folder, List.of(), null);
    try (Live live = new Local(options).live(LiveOptions.page(0).withRecord(file))) {
      new PageClient(live.link()).awaitArrived(4);
    }
    Map<String, List<NamedEvent>> events = new HashMap<>();
    List<Ride> rides = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      SessionFile.read(in, rides::add);
    }
    for (Ride ride : rides) {
      NamedEvent event = new NamedEvent(ride.id(), ride.execution().invocation().event());
      events.computeIfAbsent(ride.function().name(), name -> new ArrayList<>()).add(event);
    }

    Session again = new Local(new LocalOptions(folder, List.of(), null, List.of(), events)).once();

    assertThat(rides).hasSize(4);
    assertThat(again.ok()).isTrue();
    assertThat(again.executions())
        .extracting(one -> one.invocation().event())
        .containsExactlyInAnyOrderElementsOf(
            rides.stream().map(ride -> ride.execution().invocation().event()).toList());
  }
}
