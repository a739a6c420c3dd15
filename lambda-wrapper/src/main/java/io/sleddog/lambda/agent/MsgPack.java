package io.sleddog.lambda.agent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes MessagePack into a buffer that grows: maps, arrays, text and numbers. */
final class MsgPack {
  private ByteBuffer buffer;

  /** Begins with room for {@code capacity} bytes. */
  MsgPack(int capacity) {
    buffer = ByteBuffer.allocate(capacity);
  }

  /** How many bytes were written. */
  int size() {
    return buffer.position();
  }

  /** The bytes. */
  byte[] bytes() {
    byte[] bytes = new byte[size()];
    System.arraycopy(buffer.array(), 0, bytes, 0, bytes.length);
    return bytes;
  }

  /** Begins an array of so many values. */
  MsgPack array(int length) {
    return head(0xdd, length);
  }

  /** Begins a map of so many pairs. */
  MsgPack map(int pairs) {
    return head(0xdf, pairs);
  }

  private MsgPack head(int code, int count) {
    reserve(5).put((byte) code).putInt(count);
    return this;
  }

  /** Writes text; a surrogate without its partner becomes a question mark. */
  MsgPack text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < 32) {
      reserve(1 + bytes.length).put((byte) (0xa0 | bytes.length));
    } else {
      reserve(5 + bytes.length).put((byte) 0xdb).putInt(bytes.length);
    }
    buffer.put(bytes);
    return this;
  }

  /** Writes a whole number with its sign. */
  MsgPack integer(long value) {
    if (value >= 0 && value < 128) {
      reserve(1).put((byte) value);
    } else {
      reserve(9).put((byte) 0xd3).putLong(value);
    }
    return this;
  }

  /** Writes an id, all 64 bits of it a number without sign. */
  MsgPack unsigned(long value) {
    reserve(9).put((byte) 0xcf).putLong(value);
    return this;
  }

  /** Writes a number with a fraction. */
  MsgPack decimal(double value) {
    reserve(9).put((byte) 0xcb).putDouble(value);
    return this;
  }

  /** Writes what another has. */
  MsgPack append(MsgPack other) {
    reserve(other.size()).put(other.buffer.array(), 0, other.size());
    return this;
  }

  private ByteBuffer reserve(int bytes) {
    if (buffer.remaining() < bytes) {
      ByteBuffer larger = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, size() + bytes));
      buffer.flip();
      buffer = larger.put(buffer);
    }
    return buffer;
  }
}
