package io.sleddog.junit;

import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import io.sleddog.local.report.SessionReport;
import io.sleddog.local.session.InvocationStory;
import io.sleddog.local.session.OwnPoint;
import io.sleddog.local.session.Session;
import java.time.Duration;
import java.util.List;

/** One invocation and what Datadog would have received of it. */
public final class Ride {
  private final Session session;
  private final InvocationStory story;
  private final Duration took;

  Ride(Session session, Duration took) {
    this.session = session;
    this.story = session.stories().get(0);
    this.took = took;
  }

  /** The invocation: status, times, memory. */
  public Invocation invocation() {
    return story.execution().invocation();
  }

  /** What the handler answered, or the JSON of the error that it threw. */
  public String response() {
    return invocation().payload().text();
  }

  /** The spans, in the order of their starts. */
  public List<Span> spans() {
    return story.spans();
  }

  /**
   * The first span of a name.
   *
   * @throws AssertionError if there is none; its message shows all that arrived
   */
  public Span span(String name) {
    return spans().stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No span " + name + " arrived.\n" + this));
  }

  /** The values that the function wrote of a metric, with the tags that Datadog would see. */
  public List<MetricPoint> metric(String name) {
    return story.points().stream()
        .map(OwnPoint::point)
        .filter(point -> point.metric().equals(name))
        .toList();
  }

  /** The sum of a metric's values; 0 if there is none. */
  public double sum(String metric) {
    return metric(metric).stream().mapToDouble(MetricPoint::value).sum();
  }

  /** The log lines, those of the platform included. */
  public List<LogEntry> logs() {
    return story.logs();
  }

  void requireAllArrived() {
    if (!session.ledger().complete()) {
      throw new AssertionError("Not everything that was written arrived.\n" + this);
    }
  }

  /** All that arrived, as {@code sleddog local --once} prints it. */
  @Override
  public String toString() {
    return String.join("\n", new SessionReport(false).lines(session, took));
  }
}
