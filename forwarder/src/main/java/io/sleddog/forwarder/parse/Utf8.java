package io.sleddog.forwarder.parse;

import io.sleddog.forwarder.model.Slice;

/** Finds and repairs text that is not valid UTF-8. */
final class Utf8 {
  private static final int STEP = 8;

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

  /**
   * Whether a text is UTF-8 as the standard has it: JSON parsers let pass what is written with more
   * bytes than it needs, and halves of surrogate pairs.
   */
  static boolean isValid(Slice text) {
    byte[] bytes = text.array();
    int end = text.end();
    int i = text.offset();
    while (i < end) {
      if (bytes[i] < 0) {
        int length = length(bytes, i, end);
        if (length == 0) {
          return false;
        }
        i += length;
      } else {
        i += i + STEP <= end && isAscii(bytes, i) ? STEP : 1;
      }
    }
    return true;
  }

  private static boolean isAscii(byte[] bytes, int at) {
    return (bytes[at]
            | bytes[at + 1]
            | bytes[at + 2]
            | bytes[at + 3]
            | bytes[at + 4]
            | bytes[at + 5]
            | bytes[at + 6]
            | bytes[at + 7])
        >= 0;
  }

  /** The number of bytes of the character that begins here; 0 if it is none. */
  private static int length(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xff;
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > end) {
      return 0;
    }
    for (int i = at + 1; i < at + length; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return isUsual(first, bytes[at + 1] & 0xff) ? length : 0;
  }

  /** Of four first bytes, only some second ones are allowed. */
  private static boolean isUsual(int first, int second) {
    return switch (first) {
      case 0xe0 -> second >= 0xa0;
      case 0xed -> second < 0xa0;
      case 0xf0 -> second >= 0x90;
      case 0xf4 -> second < 0x90;
      default -> true;
    };
  }
}
