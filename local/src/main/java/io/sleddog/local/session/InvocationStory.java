package io.sleddog.local.session;

import io.sleddog.local.model.Execution;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.Span;
import java.util.List;

/**
 * One invocation and what the intake received of it.
 *
 * @param execution the invocation and its log events
 * @param spans the spans of its trace, in the order of their starts
 * @param points the values that it wrote
 * @param logs the log lines of its own time, platform lines included
 */
public record InvocationStory(
    Execution execution, List<Span> spans, List<OwnPoint> points, List<LogEntry> logs) {
  /** Copies the lists. */
  public InvocationStory {
    spans = List.copyOf(spans);
    points = List.copyOf(points);
    logs = List.copyOf(logs);
  }
}
