package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points of distribution metrics: one series for each name and set of tags. */
public final class MetricBatch implements Batch {
  private final List<MetricPoint> points;
  private final Sources sources;

  /** A batch of points. */
  public MetricBatch(List<MetricPoint> points, Sources sources) {
    this.points = points;
    this.sources = sources;
  }

  /** All points, for an intake that wants them in another form. */
  public List<MetricPoint> points() {
    return points;
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
  public Sources sources() {
    return sources;
  }

  @Override
  public Slice body() {
    ByteWriter json = new ByteWriter(1 << 12);
    json.text("{\"series\":");
    char before = '[';
    for (List<MetricPoint> series : series().values()) {
      json.write(before);
      series(series, json);
      before = ',';
    }
    json.text("]}");
    return new Slice(json.array(), 0, json.size());
  }

  @Override
  public List<Batch> halves() {
    int middle = points.size() / 2;
    return List.of(
        new MetricBatch(points.subList(0, middle), sources),
        new MetricBatch(points.subList(middle, points.size()), sources));
  }

  @Override
  public List<String> stored() {
    List<String> texts = new ArrayList<>();
    for (MetricPoint point : points) {
      ByteWriter json = new ByteWriter(256);
      json.text("{\"m\":").string(point.name());
      json.text(",\"v\":").text(Double.toString(point.value()));
      json.text(",\"e\":").text(Long.toString(point.epochSeconds())).text(",\"t\":");
      tags(point, json);
      texts.add(json.text("}").utf8());
    }
    return texts;
  }

  private Map<String, List<MetricPoint>> series() {
    Map<String, List<MetricPoint>> series = new LinkedHashMap<>();
    for (MetricPoint point : points) {
      String key = point.name() + '\n' + String.join("\n", point.tags());
      add(point, key, series);
    }
    return series;
  }

  private static <K> void add(MetricPoint point, K key, Map<K, List<MetricPoint>> groups) {
    List<MetricPoint> group = groups.get(key);
    if (group == null) {
      group = new ArrayList<>();
      groups.put(key, group);
    }
    group.add(point);
  }

  private static void series(List<MetricPoint> points, ByteWriter json) {
    MetricPoint first = points.get(0);
    json.text("{\"metric\":").string(first.name());
    json.text(",\"type\":\"distribution\",\"points\":");
    Map<Long, List<MetricPoint>> seconds = new LinkedHashMap<>();
    for (MetricPoint point : points) {
      add(point, point.epochSeconds(), seconds);
    }
    char before = '[';
    for (Map.Entry<Long, List<MetricPoint>> second : seconds.entrySet()) {
      json.write(before);
      values(second.getKey(), second.getValue(), json);
      before = ',';
    }
    json.text("],\"tags\":");
    tags(first, json);
    json.text("}");
  }

  private static void tags(MetricPoint point, ByteWriter json) {
    json.text("[");
    String comma = "";
    for (String tag : point.tags()) {
      json.text(comma).string(tag);
      comma = ",";
    }
    json.text("]");
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
