package io.sleddog.local.live;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.TraceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Shares out what a request of a process carries. */
final class ProcessShares {
  private static final long MINUTE_MILLIS = 60_000;
  private static final String SERVICE = "service:";
  private static final String BASE_SERVICE = "_dd.base_service";

  private ProcessShares() {}

  /** The shares of a request, in the order in which they come in it. */
  static Map<ProcessShare, Contents> of(IntakeRequest request) {
    Contents all = request.contents();
    Map<Long, List<Span>> traces = grouped(all.spans(), Span::traceId);
    Shares shares = new Shares(request);
    traces.forEach((id, spans) -> shares.at(service(spans), id).spans().addAll(spans));
    for (LogEntry log : all.logs()) {
      shares.at(log.service(), TraceId.of(log).orElse(0L)).logs().add(log);
    }
    for (MetricPoint point : all.points()) {
      shares.at(service(point), 0).points().add(point);
    }
    if (shares.parts.isEmpty() && (request.problem() != null || !request.accepted())) {
      shares.at("", 0);
    }
    return shares.contents();
  }

  private static <K, V> Map<K, List<V>> grouped(List<V> values, Function<V, K> key) {
    Map<K, List<V>> groups = new LinkedHashMap<>();
    values.forEach(one -> groups.computeIfAbsent(key.apply(one), k -> new ArrayList<>()).add(one));
    return groups;
  }

  /**
   * The process's own service, also where its first span stands for a call of another. The Python
   * tracer sends an empty one where the user has set none.
   */
  private static String service(List<Span> trace) {
    Span top = ProcessRide.top(trace);
    String base = top.meta().getOrDefault(BASE_SERVICE, "");
    return base.isEmpty() ? top.service() : base;
  }

  private static String service(MetricPoint point) {
    return point.tags().stream()
        .filter(tag -> tag.startsWith(SERVICE))
        .map(tag -> tag.substring(SERVICE.length()))
        .findFirst()
        .orElse("");
  }

  /** Collects the shares of one request. */
  private record Shares(IntakeRequest request, Map<ProcessShare, Part> parts) {
    Shares(IntakeRequest request) {
      this(request, new LinkedHashMap<>());
    }

    Part at(String service, long traceId) {
      String name = service.isEmpty() ? ProcessRide.way(request.path()) : service;
      long minute = traceId == 0 ? request.receivedAtMillis() / MINUTE_MILLIS : 0;
      return parts.computeIfAbsent(new ProcessShare(name, traceId, minute), none -> Part.empty());
    }

    Map<ProcessShare, Contents> contents() {
      Map<ProcessShare, Contents> all = new LinkedHashMap<>();
      parts.forEach((share, part) -> all.put(share, part.contents()));
      return all;
    }
  }

  private record Part(List<Span> spans, List<MetricPoint> points, List<LogEntry> logs) {
    static Part empty() {
      return new Part(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    Contents contents() {
      return new Contents(spans, points, logs);
    }
  }
}
