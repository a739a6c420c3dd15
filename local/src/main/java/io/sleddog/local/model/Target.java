package io.sleddog.local.model;

import java.util.List;
import java.util.Map;

/**
 * A function to run and the events to run it with.
 *
 * @param function the function as its owner has it
 * @param underLayer whether it is to be observed by Sleddog's layer
 * @param events in the order in which they are sent
 * @param mishaps events that make this function fail in a way of its own
 */
public record Target(
    FunctionSpec function,
    boolean underLayer,
    List<NamedEvent> events,
    Map<Mishap, Payload> mishaps) {
  /** Copies the collections. */
  public Target {
    events = List.copyOf(events);
    mishaps = Map.copyOf(mishaps);
  }

  /** A function of which it is not known how to make it fail. */
  public Target(FunctionSpec function, boolean underLayer, List<NamedEvent> events) {
    this(function, underLayer, events, Map.of());
  }
}
