package io.sleddog.local.session;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was written held against what arrived, span by span, value by value, line by line. */
public record Ledger(Tally spans, Tally metrics, Tally logs) {
  private static final int SHOWN = 100;

  /**
   * Compares.
   *
   * @param events all that the functions and the platform wrote
   * @param arrived all that the intake took
   */
  public static Ledger of(List<LogEvent> events, Contents arrived) {
    List<WrittenLine> lines = events.stream().map(WrittenLine::read).toList();
    return new Ledger(
        spans(lines, arrived.spans()),
        metrics(lines, arrived.points()),
        logs(lines, events, arrived.logs()));
  }

  /** Whether nothing is missing. */
  public boolean complete() {
    return spans.complete() && metrics.complete() && logs.complete();
  }

  private static Tally spans(List<WrittenLine> lines, List<Span> arrived) {
    Set<WrittenLine.SpanId> known = new HashSet<>();
    arrived.forEach(span -> known.add(WrittenLine.SpanId.of(span)));
    List<String> missing = new ArrayList<>();
    int written = 0;
    for (WrittenLine line : lines) {
      if (line instanceof WrittenLine.Trace trace) {
        written += trace.spans().size();
        trace.spans().stream()
            .filter(span -> !known.contains(span.id()))
            .forEach(span -> missing.add(span.name() + " " + Span.hex(span.id().spanId())));
      }
    }
    return tally(written, missing);
  }

  private static Tally metrics(List<WrittenLine> lines, List<MetricPoint> arrived) {
    Map<WrittenLine.PointKey, Integer> open = new HashMap<>();
    for (MetricPoint point : arrived) {
      open.merge(WrittenLine.PointKey.of(point), 1, Integer::sum);
    }
    List<String> missing = new ArrayList<>();
    int written = 0;
    for (WrittenLine line : lines) {
      if (line instanceof WrittenLine.Metric metric) {
        written++;
        if (open.merge(metric.point(), -1, Integer::sum) < 0) {
          missing.add(metric.point().metric() + " " + metric.point().value());
        }
      }
    }
    return tally(written, missing);
  }

  private static Tally logs(
      List<WrittenLine> lines, List<LogEvent> events, List<LogEntry> arrived) {
    Set<String> ids = new HashSet<>();
    arrived.forEach(log -> ids.add(log.id()));
    List<String> missing = new ArrayList<>();
    int written = 0;
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at) instanceof WrittenLine.Log log) {
        written++;
        if (!ids.contains(log.eventId())) {
          missing.add(shortened(events.get(at).message()));
        }
      }
    }
    return tally(written, missing);
  }

  private static String shortened(String message) {
    String line = message.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  private static Tally tally(int written, List<String> missing) {
    return new Tally(written, written - missing.size(), missing);
  }
}
