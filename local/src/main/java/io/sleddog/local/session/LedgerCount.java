package io.sleddog.local.session;

import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts written lines and looks for each among what arrived. */
final class LedgerCount {
  private static final int SHOWN = 100;

  private final Set<WrittenLine.SpanId> spans = new HashSet<>();
  private final PointPool points;
  private final Set<String> logs;
  private final Count spanCount = new Count();
  private final Count metricCount = new Count();
  private final Count logCount = new Count();

  LedgerCount(Contents arrived) {
    arrived.spans().forEach(span -> spans.add(WrittenLine.SpanId.of(span)));
    points = new PointPool(arrived.points());
    logs = arrived.logs().stream().map(LogEntry::id).collect(Collectors.toSet());
  }

  void add(Execution execution) {
    for (LogEvent event : execution.events()) {
      WrittenLine line = WrittenLine.read(event);
      if (line instanceof WrittenLine.Trace trace) {
        trace.spans().forEach(this::add);
      } else if (line instanceof WrittenLine.Metric metric) {
        boolean found = points.take(execution.invocation().function(), metric).isPresent();
        metricCount.add(found, metric.metric() + " " + metric.value());
      } else {
        logCount.add(logs.contains(event.id()), shortened(event.message()));
      }
    }
  }

  private void add(WrittenLine.WrittenSpan span) {
    spanCount.add(spans.contains(span.id()), span.name() + " " + Span.hex(span.id().spanId()));
  }

  Ledger ledger() {
    return new Ledger(spanCount.tally(), metricCount.tally(), logCount.tally());
  }

  private static String shortened(String message) {
    String line = message.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  private static final class Count {
    private final List<String> missing = new ArrayList<>();
    private int written;

    void add(boolean arrived, String what) {
      written++;
      if (!arrived) {
        missing.add(what);
      }
    }

    Tally tally() {
      return new Tally(written, written - missing.size(), missing);
    }
  }
}
