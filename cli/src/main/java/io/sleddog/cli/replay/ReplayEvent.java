package io.sleddog.cli.replay;

/**
 * An event that is sent again.
 *
 * @param name what the user knows it by: a file with line numbers, an object
 * @param json what the forwarder gets
 */
public record ReplayEvent(String name, String json) {}
