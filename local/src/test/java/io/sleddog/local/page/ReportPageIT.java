package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sleddog.local.expect.CheckResult;
import io.sleddog.local.report.HtmlReport;
import io.sleddog.local.testing.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a build server, opened from the disk in a real browser. */
class ReportPageIT extends InBrowser {
  private static final Path AXE = Path.of("web/node_modules/axe-core/axe.min.js");
  private static final String EVIL =
      "<img src=http://example.com/x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";

  private final Path file;

  ReportPageIT(@TempDir Path folder) throws IOException {
    List<CheckResult> results =
        List.of(
            new CheckResult("orders #1", 23, List.of("no span " + EVIL, "x".repeat(3000))),
            new CheckResult("everything that was written arrived", 0, List.of()));
    String html = HtmlReport.of(Sessions.ofOneOrder(), results, Duration.ofMillis(4230));
    this.file = Files.writeString(folder.resolve("report.html"), html);
  }

  @Test
  void report_fromTheDisk_asksNobodyAndRunsNothing() {
    browser.complaints();
    browser.open(file.toUri().toString());

    browser.sees("h1", "Not all as wanted");
    browser.sees("li.bad", "<img src=http://example.com/x");
    assertThat(browser.text("main")).contains("aws.lambda", "Placed <order> 7");
    assertThat(browser.script("return window.hacked")).isNull();
    assertThat(browser.script("return performance.getEntriesByType('resource').length"))
        .isEqualTo(0L);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void report_onAPhone_fitsItsWidthAndIsFreeOfAxeViolations() throws IOException {
    assumeTrue(Files.exists(AXE), "npm ci in local/web is missing");
    browser.width(500, 844);
    try {
      browser.open(file.toUri().toString());
      browser.sees("h1", "Not all as wanted");

      double over =
          browser.number("return document.documentElement.scrollWidth - window.innerWidth");
      assertThat(over).isLessThanOrEqualTo(0);
      assertThat(browser.barriers(Files.readString(AXE))).isEmpty();
    } finally {
      browser.width(1440, 900);
    }
  }
}
