package io.sleddog.local.logs;

import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import java.util.List;

/**
 * Log events of one stream of a function that runs elsewhere, in the order of the stream.
 *
 * @param stream where they lie
 * @param events what was written; the invocation of each is not known yet
 */
public record LoggedEvents(LogStream stream, List<LogEvent> events) {
  /** Copies the events. */
  public LoggedEvents {
    events = List.copyOf(events);
  }
}
