package io.sleddog.forwarder.model;

import java.nio.charset.StandardCharsets;

/**
 * A part of an array, so that a log line can pass through all stages without being copied.
 *
 * <p>The bytes are owned by the stage that made the slice and are only valid while it runs.
 */
public final class Slice {
  private final byte[] array;
  private final int offset;
  private final int length;

  /** The part of so many bytes that begins at an offset. */
  public Slice(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** All of an array. */
  public static Slice of(byte[] array) {
    return new Slice(array, 0, array.length);
  }

  /** The text as UTF-8. */
  public static Slice of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The array that the part belongs to. */
  public byte[] array() {
    return array;
  }

  /** Where in the array it begins. */
  public int offset() {
    return offset;
  }

  /** Its number of bytes. */
  public int length() {
    return length;
  }

  /** The first index behind the part. */
  public int end() {
    return offset + length;
  }

  /** The rest of this part; {@code from} counts from its start. */
  public Slice from(int from) {
    return new Slice(array, offset + from, length - from);
  }

  /** The bytes read as UTF-8; a wrong byte becomes the replacement character. */
  public String text() {
    return new String(array, offset, length, StandardCharsets.UTF_8);
  }
}
