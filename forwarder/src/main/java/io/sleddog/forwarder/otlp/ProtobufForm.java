package io.sleddog.forwarder.otlp;

import io.sleddog.forwarder.batch.ProtoWriter;
import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Slice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The binary form. */
final class ProtobufForm implements Form {
  private static final int TEXT = 1;
  private static final int BOOL = 2;
  private static final int INT = 3;
  private static final int DOUBLE = 4;
  private static final int RADIX = 16;

  private final ByteWriter out = new ByteWriter(1 << 16);
  private final ProtoWriter proto = new ProtoWriter(out);
  private final Deque<Integer> starts = new ArrayDeque<>();

  @Override
  public void list(String name) {}

  @Override
  public void endList() {}

  @Override
  public void begin(int field, String name) {
    starts.push(proto.begin(field));
  }

  @Override
  public void end() {
    proto.end(starts.pop());
  }

  @Override
  public void text(int field, String name, String value) {
    proto.text(field, value);
  }

  @Override
  public void id(int field, String name, String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), RADIX);
    }
    if (bytes.length > 0) {
      proto.bytes(field, bytes);
    }
  }

  @Override
  public void fixed64(int field, String name, long value) {
    proto.fixed64(field, value);
  }

  @Override
  public void fixed32(int field, String name, int value) {
    proto.fixed32(field, value);
  }

  @Override
  public void number(int field, String name, int value) {
    proto.number(field, value);
  }

  @Override
  public void signed(int field, String name, int value) {
    proto.number(field, Integer.toUnsignedLong((value << 1) ^ (value >> 31)));
  }

  @Override
  public void decimal(int field, String name, double value) {
    proto.decimalAlways(field, value);
  }

  @Override
  public void counts(int field, String name, long[] values) {
    int start = proto.begin(field);
    for (long value : values) {
      proto.varint(value);
    }
    proto.end(start);
  }

  @Override
  public void textValue(String value) {
    proto.bytes(TEXT, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void boolValue(boolean value) {
    proto.numberAlways(BOOL, value ? 1 : 0);
  }

  @Override
  public void intValue(long value) {
    proto.numberAlways(INT, value);
  }

  @Override
  public void doubleValue(double value) {
    proto.decimalAlways(DOUBLE, value);
  }

  @Override
  public Slice bytes() {
    return new Slice(out.array(), 0, out.size());
  }
}
