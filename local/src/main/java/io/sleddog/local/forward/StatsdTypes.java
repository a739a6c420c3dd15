package io.sleddog.local.forward;

import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.MetricPoint;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which of a datagram's metrics are what, by their names; a collector must know, to add them up.
 *
 * @param counts what was counted
 * @param distributions whose values are spread over a range: distributions, histograms, timers
 */
record StatsdTypes(Set<String> counts, Set<String> distributions) {
  private static final Pattern LINE = Pattern.compile("([^|:]+):[^|]*\\|(c|d|h|ms)(\\|.*)?");

  static StatsdTypes of(IntakeRequest request) {
    return new StatsdTypes(
        names(request, type -> type.equals("c")), names(request, type -> !type.equals("c")));
  }

  private static Set<String> names(IntakeRequest request, Predicate<String> wanted) {
    return request
        .body()
        .text()
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .filter(line -> wanted.test(line.group(2)))
        .map(line -> line.group(1))
        .collect(Collectors.toSet());
  }

  boolean isDistribution(MetricPoint point) {
    return distributions.contains(point.metric());
  }

  boolean isOther(MetricPoint point) {
    return !isDistribution(point);
  }
}
