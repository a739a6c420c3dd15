package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.Span;
import io.sleddog.local.testing.Rides;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page in a real browser with as much as a long session holds. */
class PageSizeIT extends InBrowser {
  /** How much slower than on a quiet machine the page may be here, where builds run beside it. */
  private static final int BUSY = 5;

  private static final String SCROLLING =
      """
      const done = arguments[arguments.length - 1];
      const list = document.querySelector('.invocation-list');
      let left = 50, spent = 0;
      const step = () => {
        const from = performance.now();
        list.scrollTop = (left * 7919) % (list.scrollHeight - list.clientHeight);
        requestAnimationFrame(() => setTimeout(() => {
          spent += performance.now() - from;
          left -= 1;
          if (left > 0) step(); else done(spent / 50);
        }));
      };
      step();
      """;

  private static final String FILTERING =
      """
      const done = arguments[arguments.length - 1];
      const field = document.getElementById('filter');
      const from = performance.now();
      field.value = 'worker';
      field.dispatchEvent(new Event('input'));
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
      """;

  private static final String ENDING =
      """
      const done = arguments[arguments.length - 1];
      const list = document.querySelector('.waterfall');
      const from = performance.now();
      list.scrollTop = list.scrollHeight;
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
      """;

  @Test
  void fiveThousand_scrollAndFilter_staySmoothAndSmall() {
    for (int i = 1; i <= 5000; i++) {
      store.put(Rides.ok(i % 3 == 0 ? "worker" : "orders", i));
    }
    open("#/invocations");
    browser.sees(".filter output", "5,000");

    double perScroll = browser.measured(SCROLLING);
    double filter = browser.measured(FILTERING);

    assertThat(perScroll).as("ms of a scroll jump").isLessThan(BUSY * 100);
    assertThat(filter).as("ms of filtering 5,000").isLessThan(BUSY * 300);
    assertThat(browser.all(".row").size()).isLessThan(200);
    assertThat(browser.number("return performance.memory.usedJSHeapSize")).isLessThan(80e6);
  }

  @Test
  void tenThousandSpans_areDrawnByRowsInSight() {
    List<Span> spans = new ArrayList<>();
    spans.add(Rides.span(1, 1, 0, "aws.lambda", Map.of()));
    for (int i = 2; i <= 10_000; i++) {
      spans.add(Rides.span(1, i, 1 + i % 50, "step", Map.of()));
    }
    store.put(Rides.with("orders", 1, List.of(traceLine(spans)), spans));
    open("#/invocations/" + Rides.id(1) + "/trace");
    browser.sees(".trace-main", "10,000 spans");

    assertThat(browser.all(".waterfall .row").size()).isLessThan(100);
    assertThat(browser.measured(ENDING)).as("ms to the last span").isLessThan(BUSY * 300);
  }

  private static String traceLine(List<Span> spans) {
    StringBuilder line = new StringBuilder("{\"traces\":[[");
    for (Span span : spans) {
      line.append(line.length() > 13 ? "," : "");
      line.append("{\"trace_id\":\"1\",\"span_id\":\"" + Span.hex(span.spanId()) + "\"}");
    }
    return line.append("]]}").toString();
  }
}
