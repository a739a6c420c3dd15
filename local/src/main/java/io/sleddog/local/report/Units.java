package io.sleddog.local.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as a person reads them. */
final class Units {
  private Units() {}

  /** With three digits or so: {@code 42 µs}, {@code 0.42 ms}, {@code 23.4 ms}, {@code 1,234 ms}. */
  static String duration(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    if (millis < 0.1) {
      return String.format(Locale.ROOT, "%.0f µs", millis * 1000);
    }
    String format = millis < 10 ? "%.2f ms" : millis < 100 ? "%.1f ms" : "%,.0f ms";
    return String.format(Locale.ROOT, format, millis);
  }

  /** A number without needless digits after the point. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  static String bytes(long bytes) {
    return bytes < 10_000
        ? String.format(Locale.ROOT, "%,d bytes", bytes)
        : String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0);
  }

  /** {@code 1 span}, {@code 2 spans}. */
  static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? noun : noun + "s");
  }

  /** One line of text without control characters, at most so many characters long. */
  static String line(String text, int limit) {
    String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() <= limit ? line : line.substring(0, limit - 1) + "…";
  }
}
