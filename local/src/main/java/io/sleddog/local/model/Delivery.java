package io.sleddog.local.model;

import java.util.List;

/**
 * Log events that were handed to the forwarder.
 *
 * @param stream their log stream
 * @param events what was handed over
 * @param forwarder the forwarder's own invocation, with its log events
 */
public record Delivery(LogStream stream, List<LogEvent> events, Execution forwarder) {
  /** Copies the events. */
  public Delivery {
    events = List.copyOf(events);
  }

  /** Whether the forwarder took responsibility for them. */
  public boolean succeeded() {
    return forwarder.invocation().succeeded();
  }
}
