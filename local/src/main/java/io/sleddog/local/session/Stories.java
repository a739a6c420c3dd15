package io.sleddog.local.session;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins invocations with what arrived of them: by span id, by log event id, by metric value. */
public final class Stories {
  private final Map<WrittenLine.SpanId, Span> spans = new LinkedHashMap<>();
  private final Map<WrittenLine.PointKey, Deque<MetricPoint>> points = new LinkedHashMap<>();
  private final Map<String, LogEntry> logs = new HashMap<>();

  private Stories(Contents arrived) {
    arrived.spans().forEach(span -> spans.put(WrittenLine.SpanId.of(span), span));
    for (MetricPoint point : arrived.points()) {
      points.computeIfAbsent(WrittenLine.PointKey.of(point), key -> new ArrayDeque<>()).add(point);
    }
    arrived.logs().forEach(log -> logs.put(log.id(), log));
  }

  /** One story for each execution, in the given order. */
  public static List<InvocationStory> of(List<Execution> executions, Contents arrived) {
    Stories stories = new Stories(arrived);
    return executions.stream().map(stories::story).toList();
  }

  /** The values that no function wrote: the forwarder derived them from the platform's lines. */
  public static List<MetricPoint> derived(List<Execution> executions, Contents arrived) {
    Stories stories = new Stories(arrived);
    executions.forEach(stories::story);
    return stories.points.values().stream().flatMap(Deque::stream).toList();
  }

  private InvocationStory story(Execution execution) {
    List<Span> ownSpans = new ArrayList<>();
    List<MetricPoint> ownPoints = new ArrayList<>();
    List<LogEntry> ownLogs = new ArrayList<>();
    for (LogEvent event : execution.events()) {
      WrittenLine line = WrittenLine.read(event);
      if (line instanceof WrittenLine.Trace trace) {
        trace.spans().forEach(key -> addFound(spans, key.id(), ownSpans));
      } else if (line instanceof WrittenLine.Metric metric) {
        Deque<MetricPoint> candidates = points.getOrDefault(metric.point(), new ArrayDeque<>());
        candidates.stream().findFirst().ifPresent(ownPoints::add);
        candidates.poll();
      } else {
        addFound(logs, event.id(), ownLogs);
      }
    }
    ownSpans.sort(Comparator.comparingLong(Span::startNanos));
    return new InvocationStory(execution, ownSpans, ownPoints, ownLogs);
  }

  private static <K, V> void addFound(Map<K, V> arrived, K key, List<V> found) {
    V value = arrived.get(key);
    if (value != null) {
      found.add(value);
    }
  }
}
