package io.sleddog.local.session;

import io.sleddog.local.model.MetricPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Values that arrived, each of which belongs to at most one line that was written. A line and its
 * value have the function, the metric, the number and the second in common, and the value has all
 * of the line's tags.
 */
final class PointPool {
  private static final String ARN_TAG = "function_arn:";
  private static final String NAME_TAG = "functionname:";

  private final Map<Key, List<MetricPoint>> points = new HashMap<>();
  private final List<MetricPoint> inOrder;

  PointPool(List<MetricPoint> arrived) {
    inOrder = new ArrayList<>(arrived);
    for (MetricPoint point : arrived) {
      points.computeIfAbsent(Key.of(point), key -> new ArrayList<>()).add(point);
    }
  }

  /** Takes the value of one line out of the pool. */
  Optional<MetricPoint> take(String function, WrittenLine.Metric line) {
    List<MetricPoint> candidates = points.getOrDefault(Key.of(function, line), List.of());
    Optional<MetricPoint> found =
        candidates.stream().filter(point -> point.tags().containsAll(line.tags())).findFirst();
    found.ifPresent(
        point -> {
          candidates.remove(point);
          inOrder.remove(point);
        });
    return found;
  }

  /** What no line has taken. */
  List<MetricPoint> rest() {
    return List.copyOf(inOrder);
  }

  /** The name of the function that the tags tell of, in lower case; empty if they tell of none. */
  private static String function(List<String> tags) {
    return tags.stream()
        .filter(tag -> tag.startsWith(ARN_TAG))
        .map(tag -> tag.substring(tag.lastIndexOf(':') + 1))
        .findFirst()
        .or(
            () ->
                tags.stream()
                    .filter(tag -> tag.startsWith(NAME_TAG))
                    .map(tag -> tag.substring(NAME_TAG.length()))
                    .findFirst())
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private record Key(String function, String metric, double value, long seconds) {
    static Key of(MetricPoint point) {
      return new Key(
          PointPool.function(point.tags()),
          point.metric(),
          point.value(),
          point.timestampSeconds());
    }

    static Key of(String function, WrittenLine.Metric line) {
      return new Key(
          function.toLowerCase(Locale.ROOT), line.metric(), line.value(), line.seconds());
    }
  }
}
