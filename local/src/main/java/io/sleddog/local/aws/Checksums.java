package io.sleddog.local.aws;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The checksums of SQS, which its clients compare with their own. */
final class Checksums {
  private static final int TEXT = 1;
  private static final int BINARY = 2;

  private Checksums() {}

  static String ofBody(String body) {
    return md5(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Each name, type and value after its length, sorted by name. */
  static String ofAttributes(Map<String, Attribute> sorted) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sorted.forEach(
        (name, attribute) -> {
          add(bytes, name.getBytes(StandardCharsets.UTF_8));
          add(bytes, attribute.type().getBytes(StandardCharsets.UTF_8));
          bytes.write(attribute.isBinary() ? BINARY : TEXT);
          add(bytes, attribute.bytes());
        });
    return md5(bytes.toByteArray());
  }

  private static void add(ByteArrayOutputStream bytes, byte[] part) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    bytes.writeBytes(part);
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }
}
