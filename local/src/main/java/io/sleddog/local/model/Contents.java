package io.sleddog.local.model;

import java.util.List;

/** What a request carried, or what several carried together. */
public record Contents(List<Span> spans, List<MetricPoint> points, List<LogEntry> logs) {
  /** Nothing. */
  public static final Contents NONE = new Contents(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Contents {
    spans = List.copyOf(spans);
    points = List.copyOf(points);
    logs = List.copyOf(logs);
  }
}
