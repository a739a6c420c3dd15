package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import java.nio.charset.StandardCharsets;

/** Writes protobuf messages; a field that has its default value is left out, as proto3 has it. */
final class ProtoWriter {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;

  private final ByteWriter out;

  ProtoWriter(ByteWriter out) {
    this.out = out;
  }

  ByteWriter bytes() {
    return out;
  }

  /** An integer of any protobuf type but the zigzag ones. */
  void number(int field, long value) {
    if (value != 0) {
      varint((field << 3) | VARINT);
      varint(value);
    }
  }

  void decimal(int field, double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits != 0) {
      varint((field << 3) | FIXED64);
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        out.write((int) (bits >>> shift));
      }
    }
  }

  void text(int field, String value) {
    if (!value.isEmpty()) {
      bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  void bytes(int field, byte[] value) {
    varint((field << 3) | LENGTH);
    varint(value.length);
    out.write(value);
  }

  /** Begins a message inside; what is given back is for {@link #end}. */
  int begin(int field) {
    varint((field << 3) | LENGTH);
    return out.size();
  }

  /** Ends the message inside that began there: its length is put in front of it. */
  void end(int start) {
    int length = out.size() - start;
    varint(length);
    int width = out.size() - start - length;
    byte[] bytes = out.array();
    byte[] prefix = new byte[width];
    System.arraycopy(bytes, start + length, prefix, 0, width);
    System.arraycopy(bytes, start, bytes, start + width, length);
    System.arraycopy(prefix, 0, bytes, start, width);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
