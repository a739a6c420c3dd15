package io.sleddog.lambda.context;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * W3C's header {@code baggage}: {@code key=value,key=value}, percent-encoded, which travels along
 * unchanged.
 */
public final class BaggageHeader {
  private static final int MOST_ITEMS = 64;
  private static final int MOST_BYTES = 8192;
  private static final String HEX = "0123456789ABCDEF";
  private static final String NOT_IN_VALUES = "%\",;\\";
  private static final String NOT_IN_NAMES = NOT_IN_VALUES + "()/:<=>?@[]{}";

  private BaggageHeader() {}

  /**
   * The header as it goes on: as many items as W3C asks everybody to pass on; null if there is
   * none, or if one of them is no item at all.
   */
  static @Nullable String tryRead(@Nullable String header) {
    if (header == null || header.trim().isEmpty()) {
      return null;
    }
    StringBuilder kept = new StringBuilder();
    int count = 0;
    for (String item : header.split(",", -1)) {
      String trimmed = item.trim();
      if (!isItem(trimmed)) {
        return null;
      }
      if (++count > MOST_ITEMS || kept.length() + trimmed.length() >= MOST_BYTES) {
        break;
      }
      kept.append(kept.length() == 0 ? "" : ",").append(trimmed);
    }
    return kept.length() == 0 ? null : kept.toString();
  }

  private static boolean isItem(String item) {
    int equals = item.indexOf('=');
    for (int i = 0; i < item.length(); i++) {
      if (item.charAt(i) < ' ' || item.charAt(i) > '~') {
        return false;
      }
    }
    return equals > 0 && !item.substring(0, equals).trim().isEmpty() && equals < item.length() - 1;
  }

  /**
   * The header with an item more, or with another value for one that it has; null, or nothing, as
   * the value takes it away. Null if there is no item then, and the header as it was if there is no
   * room.
   */
  public static @Nullable String with(
      @Nullable String header, String name, @Nullable String value) {
    List<String> items = without(header, name);
    if (value != null && !value.isEmpty()) {
      items.add(encode(name, NOT_IN_NAMES) + "=" + encode(value, NOT_IN_VALUES));
    }
    String all = String.join(",", items);
    if (items.size() > MOST_ITEMS || all.length() > MOST_BYTES) {
      return header;
    }
    return items.isEmpty() ? null : all;
  }

  private static List<String> without(@Nullable String header, String name) {
    List<String> items = new ArrayList<>(4);
    for (String item : header == null ? new String[0] : header.split(",", -1)) {
      if (!decode(item.substring(0, item.indexOf('='))).equals(name)) {
        items.add(item);
      }
    }
    return items;
  }

  private static String encode(String text, String special) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      if (one > ' ' && one < 0x7f && special.indexOf(one) < 0) {
        encoded.append((char) one);
      } else {
        encoded.append('%').append(HEX.charAt(one >> 4 & 15)).append(HEX.charAt(one & 15));
      }
    }
    return encoded.toString();
  }

  /** The items, decoded, without their properties; empty without a header. */
  public static Map<String, String> items(@Nullable String header) {
    Map<String, String> items = new LinkedHashMap<>();
    for (String item : header == null ? new String[0] : header.split(",", -1)) {
      int equals = item.indexOf('=');
      int semicolon = item.indexOf(';', equals);
      String value = item.substring(equals + 1, semicolon < 0 ? item.length() : semicolon);
      items.put(decode(item.substring(0, equals)), decode(value));
    }
    return items;
  }

  private static String decode(String text) {
    try {
      // A plus is a plus in this header.
      return URLDecoder.decode(text.trim().replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text.trim();
    }
  }
}
