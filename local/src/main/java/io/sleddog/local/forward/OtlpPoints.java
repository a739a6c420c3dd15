package io.sleddog.local.forward;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.MetricPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Points as OTLP's JSON: counts as sums of what was added, all else as gauges. */
final class OtlpPoints {
  private static final int DELTA = 1;
  private static final String NANOS = "000000000";

  private OtlpPoints() {}

  /** Points as the forwarder has them. */
  static List<io.sleddog.forwarder.model.MetricPoint> own(List<MetricPoint> points) {
    return points.stream()
        .map(
            point ->
                new io.sleddog.forwarder.model.MetricPoint(
                    point.metric(), point.value(), point.timestampSeconds(), point.tags()))
        .toList();
  }

  static ObjectNode body(List<MetricPoint> points, Set<String> counts) {
    Map<Map<String, String>, ArrayNode> groups = new LinkedHashMap<>();
    for (MetricPoint point : points) {
      groups
          .computeIfAbsent(Pairs.resourceOf(point.tags()), none -> Json.array())
          .add(metric(point, counts.contains(point.metric())));
    }
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray("resourceMetrics");
    groups.forEach(
        (resource, metrics) -> {
          ObjectNode group = Pairs.resource(resource);
          group.putArray("scopeMetrics").addObject().set("metrics", metrics);
          list.add(group);
        });
    return body;
  }

  private static ObjectNode metric(MetricPoint point, boolean isCount) {
    ObjectNode metric = Json.object().put("name", point.metric());
    ObjectNode data = metric.putObject(isCount ? "sum" : "gauge");
    if (isCount) {
      data.put("aggregationTemporality", DELTA).put("isMonotonic", true);
    }
    ObjectNode value = data.putArray("dataPoints").addObject();
    if (isCount) {
      value.put("startTimeUnixNano", (point.timestampSeconds() - 1) + NANOS);
    }
    value
        .put("timeUnixNano", point.timestampSeconds() + NANOS)
        .put("asDouble", point.value())
        .set("attributes", Pairs.others(point.tags()).list());
    return metric;
  }
}
