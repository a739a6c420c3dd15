package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.MetricPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points of distribution metrics: one series for each name and set of tags. */
final class MetricBatch implements Batch {
  private final List<MetricPoint> points;

  MetricBatch(List<MetricPoint> points) {
    this.points = points;
  }

  @Override
  public Kind kind() {
    return Kind.METRICS;
  }

  @Override
  public int items() {
    return points.size();
  }

  @Override
  public void writeTo(ByteWriter json) {
    json.text("{\"series\":");
    char before = '[';
    for (List<MetricPoint> series : series().values()) {
      json.write(before);
      series(series, json);
      before = ',';
    }
    json.text("]}");
  }

  private Map<String, List<MetricPoint>> series() {
    Map<String, List<MetricPoint>> series = new LinkedHashMap<>();
    for (MetricPoint point : points) {
      String key = point.name() + '\n' + String.join("\n", point.tags());
      series.computeIfAbsent(key, k -> new ArrayList<>()).add(point);
    }
    return series;
  }

  private static void series(List<MetricPoint> points, ByteWriter json) {
    MetricPoint first = points.get(0);
    json.text("{\"metric\":").string(first.name());
    json.text(",\"type\":\"distribution\",\"points\":");
    Map<Long, List<MetricPoint>> seconds = new LinkedHashMap<>();
    for (MetricPoint point : points) {
      seconds.computeIfAbsent(point.epochSeconds(), s -> new ArrayList<>()).add(point);
    }
    char before = '[';
    for (Map.Entry<Long, List<MetricPoint>> second : seconds.entrySet()) {
      json.write(before);
      values(second.getKey(), second.getValue(), json);
      before = ',';
    }
    json.text("],\"tags\":[");
    String comma = "";
    for (String tag : first.tags()) {
      json.text(comma).string(tag);
      comma = ",";
    }
    json.text("]}");
  }

  private static void values(long second, List<MetricPoint> points, ByteWriter json) {
    json.text("[").text(Long.toString(second)).text(",");
    char before = '[';
    for (MetricPoint point : points) {
      json.write(before);
      json.text(Double.toString(point.value()));
      before = ',';
    }
    json.text("]]");
  }
}
