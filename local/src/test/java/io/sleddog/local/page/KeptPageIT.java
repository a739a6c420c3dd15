package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.live.TripStore;
import io.sleddog.local.testing.Rides;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the forwarder keeps, in a real browser. */
class KeptPageIT {
  private final Browser browser = Browser.start();
  private final TripStore store = new TripStore(256_000_000);
  private final RecordingActions actions = new RecordingActions();
  private final PageServer server = PageServer.start(0, store, actions);

  @AfterEach
  void close() {
    server.close();
    browser.close();
  }

  @Test
  void brokenIntake_whatTheForwarderKeeps_isCountedAndSentAgain() {
    store.put(Rides.kept("orders", 1));
    browser.open(server.link());
    browser.sees(".link-state", "Live");
    browser.go("#/forwarder/losses");

    browser.sees(".flow", "5 spilled");
    browser.sees(".flow", "0 replayed");
    browser.sees(".losses", "and the forwarder keeps it");
    browser.press("Send again what it keeps (2)");
    browser.sees(".toast", "sends again");

    assertThat(actions.asked()).contains("send again");
  }
}
