package io.sleddog.forwarder.model;

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
    implements Item {}
