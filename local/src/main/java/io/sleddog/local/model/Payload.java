package io.sleddog.local.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are not ours: an event, an answer, the body of a request. They never change. */
public final class Payload {
  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A payload that takes the array over; the caller must not change it afterwards. */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes);
  }

  /** The text in UTF-8. */
  public static Payload of(String text) {
    return new Payload(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The bytes read as UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** How many bytes. */
  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The size only, since payloads must not get into logs. */
  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
