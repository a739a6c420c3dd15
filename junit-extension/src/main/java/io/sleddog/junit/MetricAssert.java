package io.sleddog.junit;

import io.sleddog.local.model.MetricPoint;
import java.util.Arrays;
import java.util.List;

/** What is to hold of the values that an invocation wrote of one metric. */
public final class MetricAssert {
  private final List<MetricPoint> points;
  private final Claim claim;

  MetricAssert(String name, List<MetricPoint> points, Ride ride) {
    this.points = points;
    this.claim = new Claim("the metric " + name, ride);
  }

  /** That many values were written. */
  public MetricAssert hasCount(int count) {
    claim.requireEqual(count, points.size(), "to have as many values as");
    return this;
  }

  /** The values add up to this. */
  public MetricAssert hasSum(double sum) {
    double found = points.stream().mapToDouble(MetricPoint::value).sum();
    claim.requireEqual(sum, found, "to have the sum");
    return this;
  }

  /** These values were written and no others, in any order. */
  public MetricAssert hasValues(double... values) {
    List<Double> wanted = Arrays.stream(values).sorted().boxed().toList();
    List<Double> found = points.stream().map(MetricPoint::value).sorted().toList();
    claim.requireEqual(wanted, found, "to have the values");
    return this;
  }

  /**
   * Every value has this tag.
   *
   * @param tag as Datadog has it, {@code name:value}
   */
  public MetricAssert hasTag(String tag) {
    List<String> without =
        points.stream()
            .filter(point -> !point.tags().contains(tag))
            .map(point -> point.tags().toString())
            .toList();
    claim.require(
        without.isEmpty(), "to have the tag " + tag + " everywhere", () -> "there is " + without);
    return this;
  }

  /**
   * No value has a tag of this name.
   *
   * @param name what stands before the colon
   */
  public MetricAssert hasNoTag(String name) {
    boolean there =
        points.stream()
            .flatMap(point -> point.tags().stream())
            .anyMatch(tag -> tag.equals(name) || tag.startsWith(name + ":"));
    claim.require(!there, "to have no tag " + name, () -> "it has one");
    return this;
  }
}
