package io.sleddog.local.session;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins invocations with what arrived of them: by span id, by log event id, by metric value. */
public final class Stories {
  private final Map<WrittenLine.SpanId, Span> spans = new LinkedHashMap<>();
  private final PointPool points;
  private final Map<List<Object>, Integer> alike = new HashMap<>();
  private final Map<String, LogEntry> logs = new HashMap<>();

  private Stories(List<Execution> executions, Contents arrived) {
    arrived.spans().forEach(span -> spans.put(WrittenLine.SpanId.of(span), span));
    points = new PointPool(arrived.points());
    arrived.logs().forEach(log -> logs.put(log.id(), log));
    executions.forEach(this::countAlike);
  }

  /** One story for each execution, in the given order. */
  public static List<InvocationStory> of(List<Execution> executions, Contents arrived) {
    Stories stories = new Stories(executions, arrived);
    return executions.stream().map(stories::story).toList();
  }

  /** The values that no function wrote: the forwarder derived them from the platform's lines. */
  public static List<MetricPoint> derived(List<Execution> executions, Contents arrived) {
    Stories stories = new Stories(executions, arrived);
    executions.forEach(stories::story);
    return stories.points.rest();
  }

  private void countAlike(Execution execution) {
    for (LogEvent event : execution.events()) {
      if (WrittenLine.read(event) instanceof WrittenLine.Metric metric) {
        alike.merge(likeness(execution, metric), 1, Integer::sum);
      }
    }
  }

  private static List<Object> likeness(Execution execution, WrittenLine.Metric metric) {
    return List.of(execution.invocation().function(), metric);
  }

  private InvocationStory story(Execution execution) {
    String function = execution.invocation().function();
    List<Span> ownSpans = new ArrayList<>();
    List<OwnPoint> ownPoints = new ArrayList<>();
    List<LogEntry> ownLogs = new ArrayList<>();
    for (LogEvent event : execution.events()) {
      WrittenLine line = WrittenLine.read(event);
      if (line instanceof WrittenLine.Trace trace) {
        trace.spans().forEach(key -> addFound(spans, key.id(), ownSpans));
      } else if (line instanceof WrittenLine.Metric metric) {
        int equal = alike.getOrDefault(likeness(execution, metric), 1);
        points.take(function, metric).ifPresent(p -> ownPoints.add(new OwnPoint(p, equal)));
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
