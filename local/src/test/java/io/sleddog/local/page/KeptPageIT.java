package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.testing.Rides;
import org.junit.jupiter.api.Test;

/** What the forwarder keeps, in a real browser. */
class KeptPageIT extends InBrowser {
  @Test
  void brokenIntake_whatTheForwarderKeeps_isCountedAndSentAgain() {
    store.put(Rides.kept("orders", 1));
    open("#/forwarder/losses");

    browser.sees(".flow", "5 spilled");
    browser.sees(".flow", "0 replayed");
    browser.sees(".losses", "and the forwarder keeps it");
    browser.press("Send again what it keeps (2)");
    browser.sees(".toast", "sends again");

    assertThat(actions.asked()).contains("send again");
  }
}
