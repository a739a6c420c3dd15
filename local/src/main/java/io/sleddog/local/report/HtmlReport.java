package io.sleddog.local.report;

import io.sleddog.local.expect.CheckResult;
import io.sleddog.local.session.InvocationStory;
import io.sleddog.local.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A session as one HTML page that needs nothing but itself: no script, no request. */
public final class HtmlReport {
  private final StringBuilder page = new StringBuilder();

  private HtmlReport() {}

  /** The page's text. */
  public static String of(Session session, List<CheckResult> results, Duration took) {
    HtmlReport report = new HtmlReport();
    boolean held = results.stream().allMatch(CheckResult::held);
    report.head(held);
    report.results(results);
    for (InvocationStory story : session.stories()) {
      report.page.append(new HtmlStory(story).section());
    }
    List<String> closing = new Verdict(new Ink(false)).lines(session, took);
    report.page.append(Markup.block(String.join("\n", closing)));
    return report.page.append("</main></body></html>\n").toString();
  }

  private void head(boolean held) {
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .append("default-src 'none'; style-src 'unsafe-inline'\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>Sleddog local</title><style>\n")
        .append(style())
        .append("</style></head><body><main>\n");
    element("h1", held ? "✓ All as wanted" : "✗ Not all as wanted");
  }

  private void results(List<CheckResult> results) {
    page.append("<ul>\n");
    for (CheckResult result : results) {
      page.append("<li class=\"").append(result.held() ? "ok" : "bad").append("\">");
      page.append(Markup.escape((result.held() ? "✓ " : "✗ ") + result.name()));
      result.failures().forEach(failure -> element("p", failure));
      page.append("</li>\n");
    }
    page.append("</ul>\n");
  }

  private void element(String name, String text) {
    page.append('<').append(name).append('>').append(Markup.escape(text));
    page.append("</").append(name).append(">\n");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(
          Objects.requireNonNull(in, "report.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
