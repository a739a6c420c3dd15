package io.sleddog.local.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Times of one function in one shape.
 *
 * @param cold from the start of each fresh process to its first answer
 * @param warm of each later invocation in all of these processes
 */
public record Times(List<Duration> cold, List<Duration> warm) {
  /** Copies the lists. */
  public Times {
    cold = List.copyOf(cold);
    warm = List.copyOf(warm);
  }

  /**
   * The time below which half of the times lie; the mean of the middle two if their count is even.
   */
  public static Duration median(List<Duration> times) {
    List<Duration> sorted = new ArrayList<>(times);
    sorted.sort(null);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
  }

  /** The shortest of the times. */
  public static Duration lowest(List<Duration> times) {
    return times.stream().min(Duration::compareTo).orElseThrow();
  }
}
