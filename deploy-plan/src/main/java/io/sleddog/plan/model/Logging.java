package io.sleddog.plan.model;

/**
 * How Lambda writes a function's log.
 *
 * @param format {@code Text} or {@code JSON}
 * @param systemLevel from which level on Lambda's own records are written in JSON format
 */
public record Logging(Text format, Text systemLevel) {
  /** What Lambda does if nothing is said: plain text. */
  public static Logging plain() {
    return new Logging(Text.of("Text"), Text.of("INFO"));
  }
}
