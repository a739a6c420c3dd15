package io.sleddog.local.page;

import io.sleddog.local.live.TripStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A test of the page in a real browser: one browser a class, one page a test. */
class InBrowser {
  /** From which a test reads what a user sees. */
  static Browser browser;

  final TripStore store = new TripStore(256_000_000);
  final RecordingActions actions = new RecordingActions();
  final PageServer server = PageServer.start(0, store, actions);

  @BeforeAll
  static void startBrowser() {
    browser = Browser.start();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  /** Opens the page, waits until it is live, and goes to a place on it. */
  void open(String place) {
    browser.open(server.link());
    browser.sees(".link-state", "Live");
    browser.go(place);
  }
}
