package io.sleddog.forwarder.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One value of a distribution metric.
 *
 * @param name the metric's name
 * @param value finite
 * @param epochSeconds when it was measured
 * @param tags in order
 */
public record MetricPoint(String name, double value, long epochSeconds, List<String> tags)
    implements Item {

  /** The same with those of more tags whose keys it does not have. */
  public MetricPoint plus(List<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(tags);
    for (String tag : more) {
      String key = tag.substring(0, tag.indexOf(':') + 1);
      if (tags.stream().noneMatch(own -> key.isEmpty() ? own.equals(tag) : own.startsWith(key))) {
        all.add(tag);
      }
    }
    return new MetricPoint(name, value, epochSeconds, all);
  }
}
