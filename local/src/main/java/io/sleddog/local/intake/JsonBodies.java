package io.sleddog.local.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON bodies of {@code /api/v2/logs} and {@code /api/v1/distribution_points}. */
final class JsonBodies {
  private JsonBodies() {}

  /** One log, or a list of logs. */
  static List<LogEntry> logs(byte[] body) {
    JsonNode node = parse(body);
    List<LogEntry> logs = new ArrayList<>();
    for (JsonNode entry : node.isArray() ? node : List.of(node)) {
      if (!(entry instanceof ObjectNode fields)) {
        throw new MalformedBody("a log must be an object");
      }
      logs.add(new LogEntry(fields));
    }
    return logs;
  }

  /** Series whose points are pairs of seconds and a list of values. */
  static List<MetricPoint> distributionPoints(byte[] body) {
    List<MetricPoint> points = new ArrayList<>();
    JsonNode series = parse(body).path("series");
    if (!series.isArray()) {
      throw new MalformedBody("distribution points need a list \"series\"");
    }
    for (JsonNode one : series) {
      addPoints(one, points);
    }
    return points;
  }

  private static void addPoints(JsonNode series, List<MetricPoint> points) {
    String metric = series.path("metric").asText();
    List<String> tags = new ArrayList<>();
    series.path("tags").forEach(tag -> tags.add(tag.asText()));
    for (JsonNode point : series.path("points")) {
      JsonNode values = point.path(1);
      if (metric.isEmpty() || !point.path(0).isNumber() || !values.isArray()) {
        throw new MalformedBody("a series needs \"metric\" and points of [seconds, [values]]");
      }
      for (JsonNode value : values) {
        points.add(new MetricPoint(metric, value.asDouble(), point.path(0).asLong(), tags));
      }
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      return Json.parse(body);
    } catch (MalformedJson e) {
      throw new MalformedBody("body is not JSON", e);
    }
  }
}
