package io.sleddog.forwarder.otlp;

import java.util.Locale;
import java.util.Map;

/**
 * How bad something is.
 *
 * @param text as it was written; empty if nothing was
 * @param number as OpenTelemetry counts; 0 if unknown
 */
record Severity(String text, int number) {
  static final Severity UNKNOWN = new Severity("", 0);

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("trace", 1),
          Map.entry("debug", 5),
          Map.entry("info", 9),
          Map.entry("information", 9),
          Map.entry("notice", 10),
          Map.entry("warn", 13),
          Map.entry("warning", 13),
          Map.entry("error", 17),
          Map.entry("err", 17),
          Map.entry("critical", 18),
          Map.entry("alert", 19),
          Map.entry("fatal", 21),
          Map.entry("emergency", 22));

  /** The severity of a word, which may be any. */
  static Severity of(String word) {
    return word.isEmpty()
        ? UNKNOWN
        : new Severity(word, NUMBERS.getOrDefault(word.toLowerCase(Locale.ROOT), 0));
  }
}
