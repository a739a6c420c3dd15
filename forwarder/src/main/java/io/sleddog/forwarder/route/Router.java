package io.sleddog.forwarder.route;

import io.sleddog.forwarder.model.Clues;
import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.LogRecord;
import java.io.IOException;

/** Tells logs, metric lines and trace lines apart. */
public final class Router {

  /**
   * What a record is. A line that is nearly but not quite a metric or trace line is a log.
   *
   * @return the record itself if it is a log
   */
  public Item route(LogRecord record) throws IOException {
    Clues clues = record.clues();
    if (!clues.metric() && !clues.trace()) {
      return record;
    }
    String message = record.messageText();
    Item item = clues.metric() ? MetricLines.read(message, record.envelope()) : null;
    if (item == null && clues.trace()) {
      item = TraceLines.read(message, record.envelope());
    }
    return item == null ? record : item;
  }
}
