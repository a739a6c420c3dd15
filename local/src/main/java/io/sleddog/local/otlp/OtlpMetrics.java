package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.intake.MalformedBody;
import io.sleddog.local.model.MetricPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes points from metrics of OpenTelemetry. A gauge or sum gives its values; a histogram or
 * summary gives its count, sum, least and greatest value and quantiles as metrics of their own.
 */
final class OtlpMetrics {
  private static final int CUMULATIVE = 2;
  private static final long NANOS = 1_000_000_000;
  private static final List<String> HISTOGRAMS = List.of("histogram", "exponentialHistogram");

  private final List<MetricPoint> points = new ArrayList<>();
  private final Refused refused;
  private final Totals totals;

  OtlpMetrics(Refused refused, Totals totals) {
    this.refused = refused;
    this.totals = totals;
  }

  /** The points of a body; those that cannot be read are counted. */
  List<MetricPoint> of(JsonNode body) {
    for (JsonNode group : Shape.list(body.path("resourceMetrics"), "resourceMetrics")) {
      List<String> tags = OtlpResource.of(group.path("resource")).tags();
      for (JsonNode scope : Shape.list(group.path("scopeMetrics"), "scopeMetrics")) {
        for (JsonNode metric : Shape.list(scope.path("metrics"), "metrics")) {
          metric(metric, tags);
        }
      }
    }
    return points;
  }

  private void metric(JsonNode metric, List<String> tags) {
    String name = Shape.text(metric.path("name"), "a metric's name");
    each(metric.path("gauge"), point -> number(name, point, tags, false));
    boolean grows = metric.path("sum").path("isMonotonic").asBoolean();
    boolean sums = grows && isCumulative(metric.path("sum"));
    each(metric.path("sum"), point -> number(name, point, tags, sums));
    for (String kind : HISTOGRAMS) {
      boolean total = isCumulative(metric.path(kind));
      each(metric.path(kind), point -> histogram(name, point, tags, total));
    }
    each(metric.path("summary"), point -> summary(name, point, tags));
  }

  private static boolean isCumulative(JsonNode data) {
    return Shape.whole(data.path("aggregationTemporality"), "aggregationTemporality") == CUMULATIVE;
  }

  private interface Step {
    void take(JsonNode point);
  }

  private void each(JsonNode data, Step step) {
    for (JsonNode point : Shape.list(data.path("dataPoints"), "dataPoints")) {
      refused.unlessMalformed(() -> step.take(point));
    }
  }

  private void number(String name, JsonNode point, List<String> resource, boolean total) {
    boolean whole = point.has("asInt");
    double value =
        whole
            ? (double) Shape.whole(point.path("asInt"), "asInt")
            : Shape.number(point.path("asDouble"), "asDouble");
    add(name, new Place(point, tags(point, resource)), value, total);
  }

  private void histogram(String name, JsonNode point, List<String> resource, boolean total) {
    Place place = new Place(point, tags(point, resource));
    add(name + ".count", place, (double) Shape.whole(point.path("count"), "count"), total);
    addIfThere(name + ".sum", place, "sum", total);
    addIfThere(name + ".min", place, "min", false);
    addIfThere(name + ".max", place, "max", false);
  }

  private void summary(String name, JsonNode point, List<String> resource) {
    Place place = new Place(point, tags(point, resource));
    add(name + ".count", place, (double) Shape.whole(point.path("count"), "count"), true);
    addIfThere(name + ".sum", place, "sum", true);
    for (JsonNode one : Shape.list(point.path("quantileValues"), "quantileValues")) {
      List<String> tags = new ArrayList<>(place.tags());
      tags.add("quantile:" + Shape.number(one.path("quantile"), "quantile"));
      double value = Shape.number(one.path("value"), "a quantile's value");
      add(name + ".quantile", new Place(point, tags), value, false);
    }
  }

  private static List<String> tags(JsonNode point, List<String> resource) {
    List<String> tags = new ArrayList<>(Attributes.of(point.path("attributes")).tags());
    tags.addAll(resource);
    return tags;
  }

  private void addIfThere(String name, Place place, String key, boolean total) {
    JsonNode value = place.point().path(key);
    if (!Shape.isAbsent(value)) {
      add(name, place, Shape.number(value, key), total);
    }
  }

  private void add(String name, Place place, double value, boolean total) {
    if (name.isEmpty() || name.startsWith(".")) {
      throw new MalformedBody("a metric must have a name");
    }
    if (!Double.isFinite(value)) {
      throw new MalformedBody("a value of a metric must be finite");
    }
    long start = Shape.whole(place.point().path("startTimeUnixNano"), "startTimeUnixNano");
    long time = Shape.whole(place.point().path("timeUnixNano"), "timeUnixNano");
    Totals.Series series = new Totals.Series(name, place.tags(), start);
    double shown = total ? totals.added(series, value) : value;
    points.add(new MetricPoint(name, shown, time / NANOS, place.tags()));
  }

  /** A point with its tags. */
  private record Place(JsonNode point, List<String> tags) {}
}
