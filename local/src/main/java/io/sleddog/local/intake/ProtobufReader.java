package io.sleddog.local.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the fields of one protobuf message, one after the other: {@link #next}, then the accessor
 * that fits the field; a field whose accessor is not called is skipped.
 *
 * <p>Format: the protobuf encoding of version 3, without groups.
 */
public final class ProtobufReader {
  /** The wire type of varints. */
  public static final int VARINT = 0;

  /** The wire type of eight bytes. */
  public static final int FIXED64 = 1;

  /** The wire type of texts, bytes and messages. */
  public static final int BYTES = 2;

  private static final int FIXED32 = 5;

  private final ByteBuffer in;
  private int type;
  private long number;
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  /** A reader at the beginning of a message. */
  public ProtobufReader(byte[] message) {
    this(ByteBuffer.wrap(message));
  }

  private ProtobufReader(ByteBuffer in) {
    this.in = in.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The number of the next field, or 0 at the end of the message. */
  public int next() {
    if (!in.hasRemaining()) {
      return 0;
    }
    long key = varint();
    type = (int) key & 7;
    switch (type) {
      case VARINT -> number = varint();
      case FIXED64 -> number = need(8).getLong();
      case BYTES -> bytes = slice(varint());
      case FIXED32 -> number = need(4).getInt();
      default -> throw new MalformedBody("protobuf wire type " + type + " is unknown");
    }
    return (int) (key >>> 3);
  }

  /** The number of a varint or of eight bytes, or the bits of a double. */
  public long asLong() {
    return number;
  }

  int asInt() {
    return (int) number;
  }

  double asDouble() {
    return Double.longBitsToDouble(number);
  }

  /**
   * Makes sure that the field came as it must.
   *
   * @param place names the field in the message
   * @throws MalformedBody if it did not
   */
  public void requireType(int wanted, String place) {
    if (type != wanted) {
      throw new MalformedBody(place + " has protobuf wire type " + type + ", not " + wanted);
    }
  }

  /** The bytes of the field. */
  public byte[] asBytes() {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return copy;
  }

  /** The text of the field. */
  public String asText() {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }

  /** A reader of the message that the field is. */
  public ProtobufReader asMessage() {
    return new ProtobufReader(bytes.duplicate());
  }

  private ByteBuffer slice(long length) {
    if (length < 0 || length > in.remaining()) {
      throw new MalformedBody("protobuf field of " + length + " bytes goes past the end");
    }
    ByteBuffer slice = in.slice(in.position(), (int) length);
    in.position(in.position() + (int) length);
    return slice;
  }

  private ByteBuffer need(int count) {
    if (in.remaining() < count) {
      throw new MalformedBody("protobuf message ends inside a number");
    }
    return in;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = need(1).get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedBody("protobuf number has more than ten bytes");
  }
}
