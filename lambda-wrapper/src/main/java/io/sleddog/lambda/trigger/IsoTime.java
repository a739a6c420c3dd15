package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;

/** Reads times such as {@code 2021-12-17T21:46:58.040Z}, always UTC. */
final class IsoTime {
  private static final long NANOS = 1_000_000_000L;
  private static final int WITHOUT_FRACTION = 19;

  private IsoTime() {}

  /** Epoch nanoseconds; {@link InferredSpan#UNKNOWN} if it is no such time. */
  static long nanos(Json time) {
    String text = time.text();
    try {
      return text == null || text.length() < WITHOUT_FRACTION ? InferredSpan.UNKNOWN : nanos(text);
    } catch (NumberFormatException notATime) {
      return InferredSpan.UNKNOWN;
    }
  }

  private static long nanos(String text) {
    long days = days(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    long minutes = (days * 24 + number(text, 11, 13)) * 60 + number(text, 14, 16);
    return (minutes * 60 + number(text, 17, 19)) * NANOS + fraction(text);
  }

  private static long fraction(String text) {
    long nanos = 0;
    long unit = NANOS / 10;
    int at = WITHOUT_FRACTION + 1;
    while (at < text.length() && Character.isDigit(text.charAt(at)) && unit > 0) {
      nanos += unit * (text.charAt(at++) - '0');
      unit /= 10;
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text.substring(from, to));
  }

  /** Days from 1 January 1970, by counting years from March on (Hinnant's civil calendar). */
  private static long days(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }
}
