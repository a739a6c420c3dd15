package io.sleddog.local.report;

import io.sleddog.local.expect.CheckResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Results in the XML that build servers read; the form is the one of Ant's and Surefire's reports.
 */
public final class JUnitReport {
  private JUnitReport() {}

  /**
   * The report's text.
   *
   * @param took how long the whole session took
   */
  public static String of(List<CheckResult> results, Duration took) {
    long failed = results.stream().filter(result -> !result.held()).count();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(
        String.format(
            Locale.ROOT,
            "<testsuite name=\"sleddog local\" tests=\"%d\" failures=\"%d\" errors=\"0\""
                + " skipped=\"0\" time=\"%.3f\">\n",
            results.size(),
            failed,
            took.toMillis() / 1000.0));
    results.forEach(result -> xml.append(testCase(result)));
    return xml.append("</testsuite>\n").toString();
  }

  private static String testCase(CheckResult result) {
    String head =
        String.format(
            Locale.ROOT,
            "  <testcase classname=\"sleddog.local\" name=\"%s\" time=\"%.3f\"",
            Markup.escape(result.name()),
            result.millis() / 1000.0);
    if (result.held()) {
      return head + "/>\n";
    }
    String first = Markup.escape(result.failures().get(0));
    String all = Markup.escape(String.join("\n", result.failures()));
    return head
        + ">\n    <failure message=\""
        + first
        + "\">"
        + all
        + "</failure>\n  </testcase>\n";
  }
}
