package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.live.LoggedExecutions;
import io.sleddog.local.live.Ride;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.logs.LogText;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.Span;
import io.sleddog.local.testing.Rides;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** What the page is to show of an invocation, and how soon, in a real browser. */
class PageGoalsIT extends InBrowser {
  /** How much slower than on a quiet machine the page may be here, where builds run beside it. */
  private static final int BUSY = 5;

  private static final String TRACE =
      "{\"traces\":[[{\"trace_id\":\"1\",\"span_id\":\"1\"},{\"trace_id\":\"1\",\"span_id\":\"2\"},"
          + "{\"trace_id\":\"1\",\"span_id\":\"3\"}]]}";

  @Test
  void flameGraph_hasATableThatSaysTheSame() {
    Map<String, String> none = Map.of();
    List<Span> spans =
        List.of(
            Rides.span(1, 1, 0, "aws.lambda", none),
            Rides.span(1, 2, 1, "query", none),
            Rides.span(1, 3, 1, "query", none));
    store.put(Rides.with("orders", 1, List.of(TRACE), spans));

    open("#/invocations/" + Rides.id(1) + "/trace?as=flame");

    browser.sees(".flame-table", "query");
    String canvas = browser.find(".flame-canvas").getAttribute("aria-label");
    assertThat(canvas).startsWith("Flame graph of 3 spans");
    assertThat(cells(".flame-table .list-body .c1"))
        .as("two names, of which one is there twice")
        .containsExactlyInAnyOrder("1", "2");
    assertThat(browser.text(".flame-table")).contains("Self", "Critical");
  }

  private static List<String> cells(String css) {
    return browser.all(css).stream().map(WebElement::getText).toList();
  }

  @Test
  void metric_ofManyValues_showsItsPercentiles() {
    for (int value = 1; value <= 100; value++) {
      store.put(Rides.ok("orders", value));
    }
    open("#/metrics/orders.placed");

    browser.sees(".figures", "p99");
    assertThat(browser.text(".figures").replaceAll("\\s+", " "))
        .contains("count 100", "min 1", "p50 50", "p95 95", "p99 99", "max 100");
    assertThat(browser.find(".chart").getAttribute("aria-label")).contains("p50 50", "p99 99");
  }

  @Test
  void report_isReadWithItsCostAndItsTrend() {
    store.put(Rides.ok("orders", 1));
    store.put(Rides.ok("orders", 2));
    open("#/invocations/" + Rides.id(1) + "/report");

    browser.sees(".report", "REPORT RequestId: " + Rides.id(1));
    String report = browser.text(".report");
    assertThat(report).contains("Billed\n436 ms", "Init\n412 ms", "128 MB of 512 MB", "/ M");
    assertThat(browser.all(".trend figcaption strong"))
        .extracting(WebElement::getText)
        .containsExactly("Duration", "Memory", "Init", "Billed", "Cost");
    assertThat(report).contains("The last 2 invocations of orders");
  }

  @Test
  void coldStart_isMarkedAndItsInitIsSplitOff() {
    store.put(Rides.ok("orders", 2));
    store.put(Rides.ok("orders", 1));
    open("#/invocations/" + Rides.id(1) + "/trace");

    browser.sees(".detail-title", "cold start");
    browser.find(".init-bar[title='init 412 ms']");
    browser.sees(".trace-main", "init");
    browser.go("#/invocations/" + Rides.id(2) + "/trace");
    browser.waits("return document.querySelector('.init-bar') === null");
    assertThat(browser.text(".detail-title")).doesNotContain("cold start");
  }

  @Test
  void aRide_isOnThePageWithinASecond() {
    open("#/invocations");
    browser.script(
        "window.seen = new Promise(done => new MutationObserver(() => {"
            + "if (document.body.innerText.includes('worker')) done(Date.now());"
            + "}).observe(document.body, {subtree: true, childList: true, characterData: true}))");

    double begin = System.currentTimeMillis();
    store.put(Rides.ok("worker", 1));
    double seen = browser.measured("window.seen.then(arguments[arguments.length - 1])");

    assertThat(seen - begin).as("ms until the row is there").isLessThan(BUSY * 1000.0);
  }

  @Test
  void storeThatIsFull_saysWhoseInvocationsAreGone() {
    TripStore small = new TripStore(30_000);
    try (PageServer other = PageServer.start(0, small, actions)) {
      for (int i = 1; i <= 60; i++) {
        small.put(Rides.ok(i == 1 ? "worker" : "orders", i));
      }
      browser.open(other.link());

      browser.sees(".invocations", "orders");
      browser.sees(".invocations", "worker");
      long gone = small.evicted().rides();
      assertThat(gone).isPositive();
      assertThat(small.evicted().byFunction()).containsOnlyKeys("orders");
      browser.sees(".invocations", String.valueOf(gone));
    }
  }

  @Test
  void logOfAFunctionElsewhere_isShownWithoutWhatItCannotDo() {
    LogStream stream = new LogStream("/aws/lambda/billing", "a");
    String log =
        "START RequestId: r-9 Version: 3\npaid\nREPORT RequestId: r-9\tDuration: 5.00 ms\t"
            + "Billed Duration: 77 ms\tMemory Size: 256 MB\tMax Memory Used: 90 MB\t\n";
    LoggedExecutions logged = new LoggedExecutions();
    Execution done = logged.take(LogText.read(log, stream, Instant.EPOCH).get(0)).get(0);
    store.put(Ride.begun(logged.function(done), done));

    open("#/invocations/r-9/payload");

    browser.sees(".detail-head", "from a log");
    browser.sees(".payloads", "A log does not tell it");
    assertThat(browser.text(".detail-head"))
        .contains("77 ms", "90 / 256 MB")
        .doesNotContain("Replay", "Copy as test");
    browser.go("#/invocations/r-9/report");
    browser.sees(".report", "Billed");
    assertThat(browser.text(".report")).doesNotContain("Time limit");
  }

  @Test
  void function_isStoppedAndStartedAgain() {
    open("#/try");
    browser.press("Stop");
    browser.sees(".try-side", "is stopped: its events wait");
    browser.press("Start");
    browser.sees(".try-side", "stops the process of orders");

    assertThat(actions.asked()).containsExactly("stop orders", "start orders");
  }

  @Test
  void everything_comesFromThePageItself() {
    store.put(Rides.ok("orders", 1));
    open("#/invocations");
    for (String place : List.of("#/metrics/orders.placed", "#/logs", "#/forwarder", "#/try")) {
      browser.go(place);
      browser.find("main section");
    }

    Object foreign =
        browser.script(
            "return performance.getEntriesByType('resource').map(e => e.name)"
                + ".filter(name => !name.startsWith(location.origin + '/'))");
    assertThat(foreign).isEqualTo(List.of());
  }

  @Test
  void twoPages_bothFollow_andTimesThatGoBackAreNoTrouble() {
    open("#/invocations");
    String first = browser.window();
    browser.newWindow();
    try {
      open("#/invocations");
      browser.complaints();
      List<Integer> jumping = new ArrayList<>(List.of(5_000_000, 1, 40, 2));
      jumping.forEach(number -> store.put(Rides.ok("orders", number)));
      browser.sees(".filter output", "4");
      browser.toWindow(first);
      browser.sees(".filter output", "4");
      assertThat(browser.complaints()).isEmpty();
    } finally {
      browser.closeOthers(first);
    }
  }

  @Test
  void phone_theThreeStepsOfALine_lieBelowEachOther() {
    store.put(Rides.ok("orders", 1));
    browser.width(500, 844);
    try {
      open("#/invocations/" + Rides.id(1) + "/lines");
      browser.sees(".way", "3 · Received");
      browser.waits("return document.querySelectorAll('.way > section').length === 3");
      Object overlap =
          browser.script(
              "const at = [...document.querySelectorAll('.way > section')]"
                  + ".map(s => [s.getBoundingClientRect(), s.scrollHeight]);"
                  + "return at.some(([r, h], i) => h > r.height + 1"
                  + " || (i > 0 && r.top < at[i - 1][0].bottom - 1))");
      assertThat(overlap).isEqualTo(false);
    } finally {
      browser.width(1440, 900);
    }
  }
}
