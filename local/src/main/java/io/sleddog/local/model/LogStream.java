package io.sleddog.local.model;

/**
 * Where log events lie: one stream for each execution environment.
 *
 * @param group the log group's name
 * @param name the stream's name
 */
public record LogStream(String group, String name) {}
