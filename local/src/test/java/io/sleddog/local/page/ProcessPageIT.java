package io.sleddog.local.page;

import static io.sleddog.local.testing.ProcessRequests.log;
import static io.sleddog.local.testing.ProcessRequests.metrics;
import static io.sleddog.local.testing.ProcessRequests.span;
import static io.sleddog.local.testing.ProcessRequests.traces;
import static io.sleddog.local.testing.ProcessRequests.unreadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sleddog.local.live.ProcessRides;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.testing.Rides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How processes show on the page, in a real browser. */
class ProcessPageIT extends InBrowser {
  private static final Path AXE = Path.of("web/node_modules/axe-core/axe.min.js");
  private final ProcessRides rides = new ProcessRides(store);

  @Test
  void trace_ofAProcess_showsLiveWithItsHostAndNoPartOfAFunction() {
    store.put(Rides.ok("orders", 1));
    open("#/invocations");
    rides.take(traces(span("web", 7, 1, 0, false), span("web", 7, 2, 1, true)));

    browser.sees(".invocation-list", "web");
    browser.find(".invocation-list [title=dd-trace]");
    browser.sees(".detail h2", "web");
    browser.sees(".detail-head", "laptop");
    browser.sees(".waterfall", "http.request");
    assertThat(browser.text(".detail"))
        .contains("process")
        .doesNotContain("Billed", "Payload", "Report", "Replay", "Memory");
  }

  @Test
  void log_ofATrace_standsBesideItsSpans() {
    rides.take(traces(span("web", 7, 1, 0, false)));
    rides.take(log("cart is empty", 7));
    open("#/invocations/" + id(0) + "/logs");

    browser.sees(".detail", "cart is empty");
  }

  @Test
  void metrics_withoutATrace_openByThemselves() {
    rides.take(metrics(new MetricPoint("page.views", 3, 2, List.of("service:web"))));
    open("#/invocations");

    browser.sees(".detail h2", "web");
    browser.sees(".detail", "page.views");
  }

  @Test
  void filter_aService_isOffered() {
    rides.take(traces(span("web", 7, 1, 0, false)));
    open("#/invocations");

    browser.sees(".filter select", "web");
  }

  @Test
  void unreadable_input_isAFinding() {
    rides.take(unreadable("/v0.4/traces", 400, "the body must be a list"));
    open("#/forwarder/findings");

    browser.sees(".findings", "the body must be a list");
  }

  @Test
  void processes_inBothColours_areFreeOfAxeViolations() throws IOException {
    assumeTrue(Files.exists(AXE), "npm ci in local/web is missing");
    String axe = Files.readString(AXE);
    rides.take(traces(span("web", 7, 1, 0, true)));
    rides.take(log("cart is empty", 7));
    rides.take(metrics(new MetricPoint("page.views", 3, 2, List.of("service:web"))));
    open("#/invocations");
    List<String> found = new ArrayList<>();
    for (String colours : List.of("light", "dark")) {
      browser.script("document.documentElement.dataset.theme = arguments[0]", colours);
      for (String place : List.of("/trace", "/logs", "/metrics")) {
        browser.go("#/invocations/" + id(0) + place);
        browser.sees(".detail h2", "web");
        browser.barriers(axe).forEach(one -> found.add(colours + " " + place + " " + one));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void phone_aProcess_fitsItsWidth() {
    rides.take(traces(span("web-with-a-long-name-of-a-service", 7, 1, 0, true)));
    browser.width(500, 844);
    try {
      open("#/invocations/" + id(0));
      browser.sees(".detail h2", "web");
      double over =
          browser.number("return document.documentElement.scrollWidth - window.innerWidth");
      assertThat(over).isLessThanOrEqualTo(0);
    } finally {
      browser.width(1440, 900);
    }
  }

  private String id(int index) {
    return store.trips().get(index).ride().id();
  }
}
