package io.sleddog.lambda.trigger;

import java.util.Base64;

/** Base64, as leniently as its writers need. */
final class Base64Text {
  private Base64Text() {}

  /** The bytes; none if it is not Base64. */
  static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
