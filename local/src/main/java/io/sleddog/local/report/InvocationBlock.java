package io.sleddog.local.report;

import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.InvocationStory;
import io.sleddog.local.session.OwnPoint;
import io.sleddog.local.session.TraceId;
import io.sleddog.local.session.TriggerLabel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One invocation as a few lines: a title, its trace, its metrics, its logs. */
final class InvocationBlock {
  private static final int MESSAGE = 120;
  private static final Duration LONG_WAIT = Duration.ofMinutes(1);
  private static final Pattern PLATFORM =
      Pattern.compile(
          "(?:INIT_START|INIT_REPORT|START RequestId|END RequestId|REPORT RequestId)\\b.*"
              + "|\\{\"time\":\"[^\"]*\",\"type\":\"platform\\..*",
          Pattern.DOTALL);

  private final Ink ink;
  private final Set<String> knownTags;

  /** Blocks that do not repeat the given tags. */
  InvocationBlock(Ink ink, Set<String> knownTags) {
    this.ink = ink;
    this.knownTags = knownTags;
  }

  List<String> lines(InvocationStory story) {
    List<String> lines = new ArrayList<>();
    lines.add(title(story.execution().invocation()));
    trace(story.spans(), lines);
    oldEvent(story, lines);
    metrics(story.points(), lines);
    logs(story.logs(), lines);
    return lines;
  }

  private String title(Invocation invocation) {
    Invocation.Timing timing = invocation.timing();
    String cold =
        timing.init() == null ? "" : "cold start " + Units.duration(timing.init()) + " + ";
    String facts =
        cold + Units.duration(timing.duration()) + ", " + invocation.maxMemoryMb() + " MB";
    String label = Units.line(TriggerLabel.of(invocation.event()), MESSAGE);
    return "  " + label + "  " + status(invocation) + "  " + ink.dim(facts);
  }

  private String status(Invocation invocation) {
    return switch (invocation.status()) {
      case SUCCESS -> ink.green("✓");
      case ERROR -> ink.red("✗ threw");
      case TIMEOUT -> ink.red("✗ timed out");
      case CRASH -> ink.red("✗ " + invocation.errorType());
    };
  }

  private void trace(List<Span> spans, List<String> lines) {
    if (spans.isEmpty()) {
      lines.add("    trace    " + ink.yellow("none arrived"));
      return;
    }
    Set<String> traces = new LinkedHashSet<>();
    spans.forEach(span -> traces.add(Span.hex(span.traceId())));
    lines.add("    trace " + ink.dim(String.join(", ", traces)));
    SpanTree.lines(spans, ink).forEach(line -> lines.add("      " + line));
  }

  /**
   * The wait before the function is a span; with an old event it is as long as the event is old.
   */
  private void oldEvent(InvocationStory story, List<String> lines) {
    long startNanos = story.execution().invocation().timing().startedAtMillis() * 1_000_000;
    long oldest = story.spans().stream().mapToLong(Span::startNanos).min().orElse(startNanos);
    Duration wait = Duration.ofNanos(startNanos - oldest);
    if (wait.compareTo(LONG_WAIT) > 0) {
      String age = wait.toSeconds() + " s before it was invoked";
      lines.add("      " + ink.yellow("the event's own time is " + age));
    }
  }

  private void metrics(List<OwnPoint> points, List<String> lines) {
    if (!points.isEmpty()) {
      lines.add("    metrics");
    }
    points.forEach(point -> lines.add("      " + metric(point)));
  }

  private String metric(OwnPoint own) {
    MetricPoint point = own.point();
    String tags =
        point.tags().stream()
            .filter(tag -> !knownTags.contains(tag))
            .collect(Collectors.joining(" "));
    String alike = own.alike() < 2 ? "" : "  (one of " + own.alike() + " equal values)";
    return point.metric()
        + " "
        + ink.bold(Units.number(point.value()))
        + (tags.isEmpty() ? "" : "  " + ink.cyan(tags))
        + ink.dim(alike);
  }

  private void logs(List<LogEntry> logs, List<String> lines) {
    List<LogEntry> own = logs.stream().filter(log -> !isPlatform(log.message())).toList();
    if (!logs.isEmpty()) {
      String platform = Units.count(logs.size() - own.size(), "platform line");
      lines.add("    logs " + ink.dim("and " + platform));
    }
    for (LogEntry log : own) {
      String trace = TraceId.of(log).map(id -> ink.cyan("  trace " + Span.hex(id))).orElse("");
      lines.add("      " + Units.line(log.message(), MESSAGE) + trace);
    }
  }

  private static boolean isPlatform(String message) {
    return PLATFORM.matcher(message).matches();
  }
}
