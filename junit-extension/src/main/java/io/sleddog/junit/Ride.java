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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One invocation and what Datadog would have received of it. {@link SledAssertions#assertThat} asks
 * it in words; printed, it looks like {@code sleddog local --once}.
 */
public final class Ride {
  private final Session session;
  private final InvocationStory story;
  private final Duration took;
  private final @Nullable Throwable failure;
  private final List<String> warnings;
  private volatile boolean failureSeen;

  Ride(Session session, long beginNanos, @Nullable Throwable failure, List<String> warnings) {
    this.session = session;
    this.story = session.stories().get(0);
    this.took = Duration.ofNanos(System.nanoTime() - beginNanos);
    this.failure = failure;
    this.warnings = warnings;
  }

  /** Somebody looked at how it ended. */
  void failureIsSeen() {
    failureSeen = true;
  }

  /** The invocation: status, times, memory. */
  public Invocation invocation() {
    failureIsSeen();
    return story.execution().invocation();
  }

  /** What the handler answered, or the JSON of the error that it threw. */
  public String response() {
    return invocation().payload().text();
  }

  /** What the handler threw, the same object; empty if it returned or ran in another process. */
  public Optional<Throwable> failure() {
    failureIsSeen();
    return Optional.ofNullable(failure);
  }

  /** What Sleddog warned of, such as names that no metric can have; none from another process. */
  public List<String> warnings() {
    return warnings;
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
        .map(this::looked)
        .orElseThrow(() -> new AssertionError("No span " + name + " arrived.\n" + this));
  }

  private Span looked(Span span) {
    if (span.error() != 0) {
      failureIsSeen();
    }
    return span;
  }

  /** The values that the function wrote of a metric, with the tags that Datadog would see. */
  public List<MetricPoint> metric(String name) {
    return points().stream().filter(point -> point.metric().equals(name)).toList();
  }

  /** The values that the function wrote of all metrics. */
  List<MetricPoint> points() {
    return story.points().stream().map(OwnPoint::point).toList();
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

  void requireNoWarnings() {
    if (!warnings.isEmpty()) {
      throw new AssertionError("Sleddog warned: " + String.join("; ", warnings) + "\n" + this);
    }
  }

  void requireFailureSeen() {
    if (!failureSeen && !story.execution().invocation().succeeded()) {
      String text = story.execution().invocation().payload().text();
      throw new AssertionError(
          "The handler failed, and the test did not look at it: assertThat(ride).succeeded() or"
              + " .failed() does. It answered "
              + text
              + "\n"
              + this,
          failure);
    }
  }

  /** All that arrived, as {@code sleddog local --once} prints it. */
  @Override
  public String toString() {
    return String.join("\n", new SessionReport(false).lines(session, took));
  }
}
