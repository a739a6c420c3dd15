package io.sleddog.forwarder.route;

import io.sleddog.forwarder.model.Arn;
import io.sleddog.forwarder.model.Clues;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Tags;
import io.sleddog.forwarder.model.TraceLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells logs, metric lines and trace lines apart, and reads Lambda's own reports as metrics. */
public final class Router {

  /**
   * Passes on what a record is. A line that is nearly but not quite a metric or trace line is a
   * log. A line that was logged as a string under Lambda's JSON log format is found inside its
   * message.
   *
   * @return the record itself if it is a log, and each metric that its text reports
   */
  public List<Item> route(LogRecord record) throws IOException {
    Item line = line(record);
    if (line != null) {
      return List.of(line);
    }
    List<Item> reported =
        record.envelope().function() == null
            ? List.of()
            : EnhancedMetrics.derive(record, record.envelope().function());
    if (reported.isEmpty()) {
      return List.of(record);
    }
    List<Item> items = new ArrayList<>(reported);
    items.add(record);
    return items;
  }

  /**
   * Reads a trace line that was stored.
   *
   * @param tags of the log that held it
   * @param function that wrote it; null if unknown
   * @return empty if it is no trace line
   */
  public static Optional<TraceLine> traceLine(String text, Tags tags, @Nullable Arn function)
      throws IOException {
    return Optional.ofNullable(TraceLines.read(text, tags, function));
  }

  private static @Nullable TraceLine traceLine(String text, Envelope envelope) throws IOException {
    return TraceLines.read(text, envelope.tags(), envelope.function());
  }

  private static @Nullable Item line(LogRecord record) throws IOException {
    Clues clues = record.clues();
    if (!clues.metric() && !clues.trace() && !clues.message()) {
      return null;
    }
    String message = record.messageText();
    Item item = clues.metric() ? MetricLines.read(message, record.envelope()) : null;
    if (item == null && clues.trace()) {
      item = traceLine(message, record.envelope());
    }
    if (item == null && clues.message()) {
      String inner = RuntimeLogs.message(message);
      item = MetricLines.read(inner, record.envelope());
      item = item == null ? traceLine(inner, record.envelope()) : item;
    }
    return item;
  }
}
