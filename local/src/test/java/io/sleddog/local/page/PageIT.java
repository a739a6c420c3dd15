package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.Span;
import io.sleddog.local.recording.SessionFile;
import io.sleddog.local.testing.Rides;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page in a real browser. */
class PageIT extends InBrowser {
  private static final Path AXE = Path.of("web/node_modules/axe-core/axe.min.js");

  /** How much slower than on a quiet machine the page may be here, where builds run beside it. */
  private static final int BUSY = 5;

  @Test
  void load_aSession_isPaintedAtOnceAndBreaksNoPolicy() {
    store.put(Rides.ok("orders", 1));
    browser.complaints();

    open("#/invocations");
    browser.sees(".detail", "orders");

    double paint =
        browser.number(
            "return performance.getEntriesByName('first-contentful-paint')[0].startTime");
    assertThat(paint).as("first paint in ms").isLessThan(BUSY * 500);
    assertThat(browser.complaints()).isEmpty();
    assertThat(String.valueOf(browser.script("return location.href"))).doesNotContain("token");
  }

  @Test
  void load_nothingYet_saysWhatToDo() {
    open("#/invocations");

    browser.sees("main", "No invocation yet");
    browser.press("Try a sample event");
    browser.sees(".samples", "place-order");
  }

  @Test
  void liveUpdate_aRide_showsWithoutReload() {
    open("#/invocations");
    store.put(Rides.waiting("orders", 1));
    browser.sees(".invocation-list", "on its way");

    store.put(Rides.ok("orders", 1));

    browser.sees(".invocation-list", "all");
    browser.sees(".detail", "7 of 7");
  }

  @Test
  void newest_untilOneIsChosen_isShown() {
    store.put(Rides.ok("orders", 1));
    open("#/invocations");
    store.put(Rides.ok("worker", 2));
    browser.sees(".detail h2", "worker");

    browser.all(".invocation-list .list-body .row").get(1).click();
    browser.sees(".detail h2", "orders");
    store.put(Rides.ok("worker", 3));

    browser.sees(".filter output", "3");
    assertThat(browser.text(".detail h2")).isEqualTo("orders");
  }

  @Test
  void filter_aWord_removesRows() {
    store.put(Rides.ok("orders", 1));
    store.put(Rides.failed("worker", 2));
    open("#/invocations");
    browser.find("#filter").sendKeys("illegalstate");

    browser.sees(".filter output", "1");
    browser.find("#filter").sendKeys("nothing");
    browser.sees(".invocations", "No invocation matches");
    browser.press("Clear the filter");
    browser.sees(".filter output", "2");
  }

  @Test
  void waterfall_aSpan_opensWithItsTags() {
    store.put(Rides.ok("orders", 1));
    open("#/invocations/" + Rides.id(1) + "/trace");
    browser.sees(".waterfall", "order.validate");

    browser.find(".waterfall").sendKeys(Keys.ARROW_DOWN);
    browser.sees(".span-detail", "aws.lambda");
    browser.find(".waterfall").sendKeys(Keys.ARROW_DOWN);

    browser.sees(".span-detail", "customer.id");
    browser.press("Flame");
    browser.sees(".flame-table", "order.validate");
  }

  @Test
  void lines_aTrace_isShownWithWhatTheIntakeGot() {
    store.put(Rides.ok("orders", 1));
    open("#/invocations/" + Rides.id(1) + "/lines");

    browser.sees(".way", "3 · Received");
    browser.sees(".way", "\"name\": \"aws.lambda\"");
  }

  @Test
  void payload_secrets_areMasked() {
    store.put(Rides.ok("orders", 1));
    open("#/invocations/" + Rides.id(1) + "/payload");

    browser.sees(".payloads", "2 values masked");
    assertThat(browser.text(".payloads")).doesNotContain("Bearer abc");
  }

  @Test
  void logs_search_jumpsToTheTraceAndBack() {
    store.put(Rides.ok("orders", 1));
    store.put(Rides.ok("orders", 2));
    open("#/logs");
    browser.find("#filter").sendKeys("payment");
    browser.sees("main output", "2 lines");

    browser.find(".logs .list-body a").click();
    browser.sees(".span-detail", "aws.lambda");
    browser.press("Back to the log line");

    browser.sees(".log-detail", "no payment");
  }

  @Test
  void metrics_aDistribution_isDrawnWithItsPoints() {
    store.put(Rides.ok("orders", 1));
    store.put(Rides.ok("orders", 2));
    open("#/metrics/orders.placed");

    browser.find(".chart canvas");
    browser.sees(".points", "plan:pro");
    browser.sees(".figures", "p95");
  }

  @Test
  void try_anEditedEvent_isInvokedAndShows() {
    actions.onInvoke(() -> store.put(Rides.ok("orders", 1)));
    open("#/try");
    browser.sees(".try", "Valid JSON");
    browser.script(
        "const t = document.querySelector('.editor'); t.value = '{\"edited\":true}';"
            + "t.dispatchEvent(new Event('input'))");

    browser.press("Invoke");

    browser.sees(".results", "orders");
    assertThat(actions.asked()).containsExactly("invoke orders {\"edited\":true} ×1");
  }

  @Test
  void try_aTriggersSample_comesWithTheTraceOfACaller() {
    open("#/try");
    browser.press("SNS to SQS");
    browser.sees(".try", "Trace context");
    browser.press("W3C");
    browser.press("Kinesis");
    browser.press("None");
    browser.press("Direct call");
    browser.press("Datadog");

    browser.waits("return document.querySelector('.editor').value.includes('x-datadog-trace-id')");
  }

  @Test
  void try_mishaps_areAskedFor() {
    open("#/try");
    browser.press("Throw");
    browser.press("Time out");
    browser.press("Run out of memory");
    browser.sees("body", "It is killed for its memory");

    assertThat(actions.asked())
        .containsExactly("mishap orders THROW", "mishap orders TIMEOUT", "mishap orders MEMORY");
  }

  @Test
  void session_savedToAFile_isOpenedAndLeftAgain(@TempDir Path folder) throws Exception {
    store.put(Rides.ok("kept", 1));
    Path file = folder.resolve("monday.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      SessionFile.begin(out);
      SessionFile.append(out, Rides.ok("recorded", 2));
    }
    open("#/invocations");
    browser.sees(".invocation-list", "kept");

    browser.find("input[type=file]").sendKeys(file.toString());

    browser.sees("body", "Session file monday.jsonl");
    browser.sees(".invocation-list", "recorded");
    browser.press("Back to the live session");
    browser.sees(".invocation-list", "kept");
  }

  @Test
  void snapshot_ofAnInvocation_isOfferedInEachForm() {
    store.put(Rides.ok("orders", 1));
    open("#/invocations/" + Rides.id(1) + "/trace");

    browser.press("Copy as test");
    browser.sees("dialog", "orders.placed");
    browser.press("JUnit");
    browser.sees("dialog", "@SleddogTest");
  }

  @Test
  void try_whatIsNoJson_cannotBeSent() {
    open("#/try");
    browser.sees(".try", "Valid JSON");
    browser.find(".editor").sendKeys("x");

    browser.sees("#event-note", "olumn");
    assertThat(browser.find(".try-editor .is-primary").isEnabled()).isFalse();
  }

  @Test
  void brokenIntake_whatIsLost_isListedWithItsReason() {
    open("#/try");
    browser.press("Break");
    browser.sees(".fault.is-on", "answers 503");
    store.put(Rides.refused("orders", 1, 503));

    browser.go("#/forwarder/losses");
    browser.sees(".losses", "The intake answered 503");
    browser.go("#/forwarder/findings");
    browser.sees(".findings", "SD-INTAKE-503");
  }

  @Test
  void compare_two_showsWhatDiffers() {
    store.put(Rides.ok("orders", 1));
    store.put(Rides.failed("orders", 2));
    open("#/compare/" + Rides.id(1) + "/" + Rides.id(2));

    browser.sees(".compare", "java.lang.IllegalStateException");
    browser.sees(".compare", "orders.placed");
  }

  @Test
  void restart_ofTheServer_isFollowedByThePage() {
    store.put(Rides.ok("before", 1));
    open("#/invocations");
    browser.sees(".invocation-list", "before");
    int port = Integer.parseInt(server.link().replaceAll(".*:(\\d+)/.*", "$1"));
    server.close();
    browser.sees(".link-state", "Reconnecting");

    TripStore fresh = new TripStore(1_000_000);
    fresh.put(Rides.ok("after", 2));
    try (PageServer again = PageServer.start(port, fresh, actions)) {
      browser.sees(".invocation-list", "after");
      assertThat(browser.text(".invocation-list")).doesNotContain("before");
      assertThat(again.link()).contains(":" + port + "/");
    }
  }

  @Test
  void hostile_namesTagsAndLines_areTextAndNothingElse() {
    String evil =
        "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>\u0000\u001b[2J\u202e";
    String huge = evil + "x".repeat(1_000_000);
    Span span = Rides.span(1, 1, 0, evil, Map.of(evil, huge, "error.stack", huge));
    String trace = "{\"traces\":[[{\"trace_id\":\"1\",\"span_id\":\"1\"}]]}";
    store.put(Rides.with("orders", 1, List.of(huge, trace), List.of(span)));
    browser.complaints();

    open("#/invocations/" + Rides.id(1) + "/trace?span=" + Span.hex(1));
    browser.sees(".span-detail", "<img src=x");
    browser.sees(".span-detail", "more");
    browser.go("#/invocations/" + Rides.id(1) + "/lines");
    browser.sees(".way", "Received");
    browser.go("#/logs");
    browser.sees(".logs", "<img src=x");

    assertThat(browser.script("return window.hacked")).isNull();
    assertThat(browser.all("img, main script")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void everyPlace_inBothColours_isFreeOfAxeViolations() throws IOException {
    assumeTrue(Files.exists(AXE), "npm ci in local/web is missing");
    String axe = Files.readString(AXE);
    store.put(Rides.ok("orders", 1));
    store.put(Rides.failed("orders", 2));
    store.put(Rides.refused("worker", 3, 503));
    store.put(Rides.kept("worker", 4));
    open("#/invocations");
    List<String> found = new ArrayList<>();
    for (String colours : List.of("light", "dark")) {
      browser.script("document.documentElement.dataset.theme = arguments[0]", colours);
      for (String place : places()) {
        browser.go(place);
        browser.sees("main", "");
        browser.find("main [role=grid], main [role=treegrid], main .code, main section");
        browser.barriers(axe).forEach(one -> found.add(colours + " " + place + " " + one));
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<String> places() {
    String one = "#/invocations/" + Rides.id(2);
    return List.of(
        one + "/trace?span=" + Span.hex(1),
        one + "/trace?as=flame",
        one + "/logs",
        one + "/metrics",
        one + "/payload",
        one + "/lines",
        one + "/report",
        "#/compare/" + Rides.id(1) + "/" + Rides.id(2),
        "#/logs?line=1-1",
        "#/metrics/orders.placed",
        "#/forwarder/requests/1-0",
        "#/forwarder/runs",
        "#/forwarder/losses",
        "#/forwarder/findings",
        "#/try");
  }

  @Test
  void phone_everyPlace_fitsItsWidth() {
    store.put(Rides.ok("orders", 1));
    store.put(Rides.kept("worker", 2));
    browser.width(500, 844);
    try {
      open("#/invocations");
      for (String place :
          List.of(
              "#/invocations",
              "#/invocations/" + Rides.id(1),
              "#/logs",
              "#/metrics",
              "#/forwarder",
              "#/try")) {
        browser.go(place);
        browser.find("main section");
        double over =
            browser.number("return document.documentElement.scrollWidth - window.innerWidth");
        assertThat(over).as(place).isLessThanOrEqualTo(0);
      }
    } finally {
      browser.width(1440, 900);
    }
  }
}
