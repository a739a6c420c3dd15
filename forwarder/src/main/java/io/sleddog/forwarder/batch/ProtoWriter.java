package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import java.nio.charset.StandardCharsets;

/** Writes protobuf messages; a field that has its default value is left out, as proto3 has it. */
public final class ProtoWriter {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final ByteWriter out;

  /** A writer that adds to a buffer. */
  public ProtoWriter(ByteWriter out) {
    this.out = out;
  }

  ByteWriter bytes() {
    return out;
  }

  /** An integer of any protobuf type but the zigzag and fixed ones. */
  public void number(int field, long value) {
    if (value != 0) {
      numberAlways(field, value);
    }
  }

  /** The same, even if it is 0. */
  public void numberAlways(int field, long value) {
    varint((field << 3) | VARINT);
    varint(value);
  }

  /** A double. */
  public void decimal(int field, double value) {
    fixed64(field, Double.doubleToRawLongBits(value));
  }

  /** The same, even if it is 0. */
  public void decimalAlways(int field, double value) {
    varint((field << 3) | FIXED64);
    littleEndian(Double.doubleToRawLongBits(value), Long.BYTES);
  }

  /** An integer of eight bytes. */
  public void fixed64(int field, long value) {
    if (value != 0) {
      varint((field << 3) | FIXED64);
      littleEndian(value, Long.BYTES);
    }
  }

  /** An integer of four bytes. */
  public void fixed32(int field, int value) {
    if (value != 0) {
      varint((field << 3) | FIXED32);
      littleEndian(value, Integer.BYTES);
    }
  }

  /** A string. */
  public void text(int field, String value) {
    if (!value.isEmpty()) {
      bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Bytes, or a message that was encoded before; also if there are none. */
  public void bytes(int field, byte[] value) {
    varint((field << 3) | LENGTH);
    varint(value.length);
    out.write(value);
  }

  /** Begins a message inside; what is given back is for {@link #end}. */
  public int begin(int field) {
    varint((field << 3) | LENGTH);
    return out.size();
  }

  /** Ends the message inside that began there: its length is put in front of it. */
  public void end(int start) {
    int length = out.size() - start;
    varint(length);
    int width = out.size() - start - length;
    byte[] bytes = out.array();
    byte[] prefix = new byte[width];
    System.arraycopy(bytes, start + length, prefix, 0, width);
    System.arraycopy(bytes, start, bytes, start + width, length);
    System.arraycopy(prefix, 0, bytes, start, width);
  }

  private void littleEndian(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (i * Byte.SIZE)));
    }
  }

  /** A number as it stands in a list of numbers. */
  public void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
