package io.sleddog.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.expect.CheckResult;
import io.sleddog.local.testing.Golden;
import io.sleddog.local.testing.Sessions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class FileReportsTest {
  private static final Duration TOOK = Duration.ofMillis(4_230);
  private static final List<CheckResult> RESULTS =
      List.of(
          new CheckResult("orders #1", 23, List.of()),
          new CheckResult("orders <2>", 1_234, List.of("no span \"a\" & b", "bell \u0007")));

  @Test
  void junit_heldAndFailed_isTheFormOfBuildServers() throws Exception {
    String xml = JUnitReport.of(RESULTS, TOOK);

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    Golden.check("junit", "held-and-failed", "out.xml", xml);
  }

  @Test
  void html_session_isOnePageThatNeedsNothingElse() {
    String html = HtmlReport.of(Sessions.ofOneOrder(), RESULTS, TOOK);

    assertThat(html)
        .doesNotContain("<script", "src=", "href=", "Placed <order>")
        .contains("Placed &lt;order&gt; 7");
    Golden.check("html", "one-order", "out.html", html);
  }

  @Test
  void escape_controlCharacter_isReplaced() {
    assertThat(Markup.escape("bell \u0007 and tab \t")).isEqualTo("bell \uFFFD and tab \t");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "a&b, a&amp;b",
        "<script>, &lt;script&gt;",
        "\"it's\", &quot;it&#39;s&quot;",
        "\uD83D\uDC15, \uD83D\uDC15"
      })
  void escape_textOfOthers_isHarmless(String text, String safe) {
    assertThat(Markup.escape(text)).isEqualTo(safe);
  }
}
