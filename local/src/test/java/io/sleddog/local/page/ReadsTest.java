package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Json;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.testing.Golden;
import io.sleddog.local.testing.Rides;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each view of one small session, path by path: {@code golden/page/CASE/path.txt} and its answer.
 */
class ReadsTest {
  private final TripStore store = new TripStore(10_000_000);
  private final RecordingActions actions = new RecordingActions();
  private final Reads reads =
      new Reads(store, new EventRing(1000), new SessionView(store, actions), actions);

  ReadsTest() {
    actions.lose("the queue returns");
    store.put(Rides.ok("orders", 1));
    store.put(Rides.failed("orders", 2));
    store.put(Rides.refused("worker", 3, 503));
    store.put(Rides.waiting("worker", 4));
  }

  static List<String> cases() {
    return Golden.cases("page");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answer_aPath_isTheView(String name) {
    URI path = URI.create("/" + Golden.read("page", name, "path.txt").strip());
    String[] parts = path.getPath().substring(1).split("/");

    String view = Json.writePretty(reads.answer(parts, Query.of(path)));

    Golden.check("page", name, "out.json", stable(view) + "\n");
  }

  /** The id of the newest event names the run, which differs each time. */
  private static String stable(String view) {
    return view.replaceAll("\"[0-9a-f]{8}\\.0\"", "\"RUN.0\"");
  }

  @Test
  void cases_areThere() {
    assertThat(cases()).hasSizeGreaterThan(20);
  }
}
