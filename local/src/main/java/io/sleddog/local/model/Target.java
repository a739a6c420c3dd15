package io.sleddog.local.model;

import java.util.List;

/**
 * A function to run and the events to run it with.
 *
 * @param function the function as its owner has it
 * @param underLayer whether it is to be observed by Sleddog's layer
 * @param events in the order in which they are sent
 */
public record Target(FunctionSpec function, boolean underLayer, List<NamedEvent> events) {
  /** Copies the events. */
  public Target {
    events = List.copyOf(events);
  }
}
