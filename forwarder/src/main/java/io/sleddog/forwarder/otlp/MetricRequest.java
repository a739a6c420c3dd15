package io.sleddog.forwarder.otlp;

import io.sleddog.forwarder.model.MetricPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Points of distributions as exponential histograms of one second each, which a collector can add
 * up.
 */
final class MetricRequest {
  private static final int HISTOGRAM = 10;
  private static final int DELTA = 1;
  private static final long NANOS = 1_000_000_000;

  private final Form form;

  private MetricRequest(Form form) {
    this.form = form;
  }

  /** Points that differ in nothing but their value. */
  private record Series(Producer producer, String name, MetricPoint first, List<Double> values) {}

  static void write(List<MetricPoint> points, Place place, Form form) {
    Map<Producer, Map<String, List<Series>>> sorted = new LinkedHashMap<>();
    for (Series series : series(points)) {
      sorted
          .computeIfAbsent(place.of(series.producer()), p -> new LinkedHashMap<>())
          .computeIfAbsent(series.name(), n -> new ArrayList<>())
          .add(series);
    }
    MetricRequest request = new MetricRequest(form);
    form.list("resourceMetrics");
    sorted.forEach(request::producer);
    form.endList();
  }

  private static Iterable<Series> series(List<MetricPoint> points) {
    Map<String, Series> series = new LinkedHashMap<>();
    for (MetricPoint point : points) {
      String key =
          point.name() + '\n' + point.epochSeconds() + '\n' + String.join("\n", point.tags());
      series
          .computeIfAbsent(
              key, k -> new Series(producer(point), point.name(), point, new ArrayList<>()))
          .values()
          .add(point.value());
    }
    return series.values();
  }

  private static Producer producer(MetricPoint point) {
    Map<String, String> tags = Values.ofTags(point.tags());
    return ProducerTags.producer(tags.getOrDefault("service", ""), tags);
  }

  private void producer(Producer producer, Map<String, List<Series>> metrics) {
    producer.begin("metrics", "scopeMetrics", form);
    for (Map.Entry<String, List<Series>> metric : metrics.entrySet()) {
      form.begin(2, "");
      form.text(1, "name", metric.getKey());
      form.begin(HISTOGRAM, "exponentialHistogram");
      form.list("dataPoints");
      for (Series series : metric.getValue()) {
        point(series);
      }
      form.endList();
      form.number(2, "aggregationTemporality", DELTA);
      form.end();
      form.end();
    }
    Producer.end(form);
  }

  private void point(Series series) {
    double[] values = series.values().stream().mapToDouble(v -> v).toArray();
    double[] above = select(values, 1);
    double[] below = select(values, -1);
    int scale = Math.min(Buckets.scale(above), Buckets.scale(below));
    long start = series.first().epochSeconds() * NANOS;
    form.begin(1, "");
    form.list("attributes");
    Values.texts(Values.ofTags(series.first().tags()), 1, "", form);
    form.endList();
    form.fixed64(2, "startTimeUnixNano", start);
    form.fixed64(3, "timeUnixNano", start + NANOS);
    form.fixed64(4, "count", values.length);
    summary(values);
    form.signed(6, "scale", scale);
    form.fixed64(7, "zeroCount", values.length - above.length - below.length);
    buckets(8, "positive", Buckets.of(above, scale));
    buckets(9, "negative", Buckets.of(below, scale));
    form.end();
  }

  private void summary(double[] values) {
    double sum = 0;
    double least = values[0];
    double most = values[0];
    for (double value : values) {
      sum += value;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (Double.isFinite(sum)) {
      form.decimal(5, "sum", sum);
    }
    form.decimal(12, "min", least);
    form.decimal(13, "max", most);
  }

  private void buckets(int field, String name, Buckets buckets) {
    if (buckets.counts().length > 0) {
      form.begin(field, name);
      form.signed(1, "offset", buckets.offset());
      form.counts(2, "bucketCounts", buckets.counts());
      form.end();
    }
  }

  private static double[] select(double[] values, int sign) {
    List<Double> selected = new ArrayList<>();
    for (double value : values) {
      if (value * sign > 0) {
        selected.add(value * sign);
      }
    }
    return selected.stream().mapToDouble(v -> v).toArray();
  }
}
