package io.sleddog.forwarder.aws;

import io.sleddog.forwarder.model.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * SHA-256 and the code with a key that is built on it (RFC 2104), which is written out here because
 * the JDK's own takes some 20 ms to verify its provider first.
 */
public final class Hashes {
  private static final int BLOCK = 64;
  private static final String HEX = "0123456789abcdef";

  private Hashes() {}

  /** SHA-1 of a text, as digits: a short name for it, and no more than that. */
  public static String sha1(String text) {
    return hex(digest("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** SHA-256 of a text, as digits. */
  public static String sha256(String text) {
    return hex(sha256(Slice.of(text)));
  }

  /** MD5 of some bytes, as AWS marks data with it. */
  public static byte[] md5(Slice bytes) {
    MessageDigest digest = digest("MD5");
    digest.update(bytes.array(), bytes.offset(), bytes.length());
    return digest.digest();
  }

  static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder(2 * bytes.length);
    for (byte b : bytes) {
      text.append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
    }
    return text.toString();
  }

  static byte[] sha256(Slice bytes) {
    MessageDigest digest = digest("SHA-256");
    digest.update(bytes.array(), bytes.offset(), bytes.length());
    return digest.digest();
  }

  static byte[] hmac(byte[] key, String text) {
    byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256(Slice.of(key)) : key, BLOCK);
    MessageDigest inner = digest("SHA-256");
    inner.update(masked(block, 0x36));
    inner.update(text.getBytes(StandardCharsets.UTF_8));
    MessageDigest outer = digest("SHA-256");
    outer.update(masked(block, 0x5c));
    return outer.digest(inner.digest());
  }

  private static byte[] masked(byte[] block, int mask) {
    byte[] masked = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      masked[i] = (byte) (block[i] ^ mask);
    }
    return masked;
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no " + algorithm, e);
    }
  }
}
