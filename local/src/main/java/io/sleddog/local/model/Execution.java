package io.sleddog.local.model;

import java.util.List;

/**
 * An invocation and the log events that came with it: its own, and what its environment wrote since
 * the one before.
 */
public record Execution(Invocation invocation, LogStream stream, List<LogEvent> events) {
  /** Copies the events. */
  public Execution {
    events = List.copyOf(events);
  }
}
