package io.sleddog.forwarder.deliver;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads the {@code Retry-After} header: seconds, or a date. */
final class RetryAfter {
  private static final int MOST_DIGITS = 6;

  private RetryAfter() {}

  /** Milliseconds from now; -1 if there is no such header or it makes no sense. */
  static long millis(String header, Clock clock) {
    String text = header.strip();
    if (text.isEmpty()) {
      return -1;
    }
    if (text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Long.parseLong(text) * 1000;
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Math.max(0, date.toInstant().toEpochMilli() - clock.millis());
    } catch (DateTimeException ignored) {
      return -1;
    }
  }
}
