package io.sleddog.local.model;

/**
 * An event to invoke a function with.
 *
 * @param name what a person calls it
 * @param payload the event
 */
public record NamedEvent(String name, Payload payload) {}
