package io.sleddog.local.page;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The query of a request's address; a name that comes twice has its last value. */
record Query(Map<String, String> values) {

  static Query of(URI address) {
    Map<String, String> values = new HashMap<>();
    String raw = address.getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Query(values);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /** The value, or nothing at all as an empty text. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** The value as a number within limits; the fallback if it is none. */
  int number(String name, int fallback, int most) {
    try {
      return Math.max(0, Math.min(most, Integer.parseInt(text(name))));
    } catch (NumberFormatException none) {
      return fallback;
    }
  }
}
