package io.sleddog.local.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An attribute of a message.
 *
 * @param type {@code String}, {@code Number} or {@code Binary}, perhaps with a label behind a dot
 * @param value its text; bytes in Base64
 */
record Attribute(String type, String value) {
  boolean isBinary() {
    return type.startsWith("Binary");
  }

  /** The value as it is counted and hashed. */
  byte[] bytes() {
    return isBinary() ? Base64.getDecoder().decode(value) : value.getBytes(StandardCharsets.UTF_8);
  }
}
