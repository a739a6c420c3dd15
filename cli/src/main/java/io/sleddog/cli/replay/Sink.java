package io.sleddog.cli.replay;

import java.util.Map;
import java.util.Optional;

/** Takes events as a forwarder does; used by one thread. */
public interface Sink extends AutoCloseable {
  /**
   * Hands an event over and waits until the forwarder is done with it.
   *
   * @param event the event's JSON
   * @return why it failed; nothing if it did not
   */
  Optional<String> send(String event);

  /** How much of each kind has arrived behind the forwarder; nothing if that is not known here. */
  Map<String, Integer> arrived();

  @Override
  void close();
}
