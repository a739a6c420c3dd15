package io.sleddog.local.model;

/**
 * An event to invoke a function with.
 *
 * @param name what a person calls it
 * @param payload the event
 * @param ours whether it is a sample of ours, whose times are those of the moment it is sent
 */
public record NamedEvent(String name, Payload payload, boolean ours) {

  /** An event of the user's, which stays as it is. */
  public NamedEvent(String name, Payload payload) {
    this(name, payload, false);
  }
}
