package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.model.Slice;

/** Repairs text that is not valid UTF-8. */
final class Utf8 {
  private Utf8() {}

  /**
   * The rest of a JSON array as an array of its own, wrong bytes replaced.
   *
   * @param start put in front
   * @param rest what followed an element; a comma at its start is left out
   */
  static Slice repaired(String start, Slice rest) {
    String text = rest.text().stripLeading();
    return Slice.of(start + (text.startsWith(",") ? text.substring(1) : text));
  }
}
