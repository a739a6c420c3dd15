package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.ProcessRide;
import io.sleddog.local.live.Trip;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a process besides its telemetry. What only a function has, as the memory and the
 * REPORT line, is null.
 */
final class ProcessView {
  private static final List<String> ONLY_OF_FUNCTIONS =
      List.of(
          "initMs",
          "billedMs",
          "memoryMb",
          "sizeMb",
          "timeoutMs",
          "costUsd",
          "expected",
          "arrived",
          "report");

  private ProcessView() {}

  static ObjectNode of(Trip trip) {
    List<IntakeRequest> requests = trip.ride().requests();
    Map<String, String> tags = tags(trip);
    ObjectNode view = Json.object();
    ONLY_OF_FUNCTIONS.forEach(view::putNull);
    view.put("writtenBytes", requests.stream().mapToLong(IntakeRequest::wireBytes).sum())
        .put("requests", requests.size())
        .put("host", host(trip, tags))
        .put("env", tags.get("env"))
        .put("language", language(requests.get(0), tags))
        .put("noTraceBecause", "What came with it belongs to no trace.");
    ObjectNode all = view.putObject("tags");
    tags.forEach(all::put);
    return view;
  }

  /** Those of the trace's first span; without a trace, those of the first value. */
  private static Map<String, String> tags(Trip trip) {
    if (!trip.spans().isEmpty()) {
      return ProcessRide.top(trip.spans()).meta();
    }
    List<String> tags = trip.points().stream().findFirst().map(MetricPoint::tags).orElse(List.of());
    Map<String, String> byName = new LinkedHashMap<>();
    for (String tag : tags) {
      int colon = tag.indexOf(':');
      byName.put(colon < 0 ? tag : tag.substring(0, colon), tag.substring(colon + 1));
    }
    return byName;
  }

  private static @Nullable String host(Trip trip, Map<String, String> tags) {
    Stream<String> named =
        Stream.of("_dd.hostname", "host.name", "host", "dyno")
            .map(tags::get)
            .filter(ProcessView::is);
    Stream<String> inLogs =
        trip.logs().stream().map(LogEntry::fields).map(log -> log.path("hostname").asText());
    return Stream.concat(named, inLogs).filter(ProcessView::is).findFirst().orElse(null);
  }

  private static @Nullable String language(IntakeRequest request, Map<String, String> tags) {
    return Stream.of(
            request.headers().get("datadog-meta-lang"),
            tags.get("telemetry.sdk.language"),
            tags.get("language"))
        .filter(ProcessView::is)
        .findFirst()
        .orElse(null);
  }

  private static boolean is(@Nullable String text) {
    return text != null && !text.isEmpty();
  }
}
