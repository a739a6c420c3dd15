package io.sleddog.local.otlp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns totals since a start, as most SDKs send counters, into what was added since the last one. A
 * new start, or a total below the last one, begins anew. Safe for several threads.
 */
final class Totals {
  private static final int MOST_SERIES = 20_000;

  private final Map<Series, Double> last = new LinkedHashMap<>();

  /**
   * A metric with its tags.
   *
   * @param startNanos since when the total counts
   */
  record Series(String metric, List<String> tags, long startNanos) {}

  /** What was added. */
  synchronized double added(Series series, double total) {
    Double before = last.remove(series);
    last.put(series, total);
    if (last.size() > MOST_SERIES) {
      last.remove(last.keySet().iterator().next());
    }
    return before == null || total < before ? total : total - before;
  }
}
