package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.model.MetricPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Metrics by name, and the points of one of them. */
final class MetricView {
  private static final int RECENT = 40;

  private final TripStore store;

  MetricView(TripStore store) {
    this.store = store;
  }

  /** The names with what is known of each. */
  ObjectNode names() {
    Map<String, List<MetricPoint>> byName = new TreeMap<>();
    for (Trip trip : store.trips()) {
      for (MetricPoint point : trip.points()) {
        byName.computeIfAbsent(point.metric(), name -> new ArrayList<>()).add(point);
      }
    }
    ObjectNode view = Json.object();
    ArrayNode metrics = view.putArray("metrics");
    byName.forEach((name, points) -> metrics.add(name(name, points)));
    return view;
  }

  private static ObjectNode name(String name, List<MetricPoint> points) {
    ObjectNode metric =
        Json.object()
            .put("name", name)
            .put("kind", "distribution")
            .put("points", points.size())
            .put("last", points.get(points.size() - 1).value())
            .put("allOnes", points.stream().allMatch(point -> point.value() == 1));
    ArrayNode recent = metric.putArray("recent");
    points.stream().skip(Math.max(0, points.size() - RECENT)).forEach(p -> recent.add(p.value()));
    return metric;
  }

  /** All points of a metric; sets of tags and invocations are listed once and named by index. */
  ObjectNode points(String name) {
    Map<List<String>, Integer> tagsets = new LinkedHashMap<>();
    List<String> invocations = new ArrayList<>();
    ArrayNode points = Json.array();
    for (Trip trip : store.trips()) {
      long at = trip.ride().execution().invocation().timing().startedAtMillis();
      invocations.add(trip.ride().id());
      for (MetricPoint point : trip.points()) {
        if (point.metric().equals(name)) {
          int tags = tagsets.computeIfAbsent(point.tags(), unseen -> tagsets.size());
          points.add(Json.array().add(at).add(point.value()).add(tags).add(invocations.size() - 1));
        }
      }
    }
    ObjectNode view = Json.object().put("whole", true);
    ArrayNode sets = view.putArray("tagsets");
    tagsets.keySet().forEach(tags -> tags.forEach(sets.addArray()::add));
    invocations.forEach(view.putArray("invocations")::add);
    view.set("points", points);
    return view;
  }

  /** The points of one invocation. */
  static ObjectNode ofInvocation(Trip trip) {
    ObjectNode view = Json.object();
    ArrayNode metrics = view.putArray("metrics");
    for (MetricPoint point : trip.points()) {
      ObjectNode metric =
          metrics.addObject().put("name", point.metric()).put("value", point.value());
      point.tags().forEach(metric.putArray("tags")::add);
    }
    return view;
  }
}
