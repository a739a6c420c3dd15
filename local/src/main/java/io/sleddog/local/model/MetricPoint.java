package io.sleddog.local.model;

import java.util.List;

/**
 * One value of a distribution.
 *
 * @param metric the metric's name
 * @param value the value
 * @param timestampSeconds seconds since the epoch
 * @param tags its tags, in the order received
 */
public record MetricPoint(String metric, double value, long timestampSeconds, List<String> tags) {
  /** Copies the tags. */
  public MetricPoint {
    tags = List.copyOf(tags);
  }
}
