package io.sleddog.forwarder.decode;

import io.sleddog.forwarder.aws.Hashes;
import io.sleddog.forwarder.model.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes apart a record of Kinesis into which a producer has put several: four bytes that say so, a
 * message of protobuf, and its MD5.
 */
final class AggregatedRecord {
  private static final byte[] MAGIC = {(byte) 0xf3, (byte) 0x89, (byte) 0x9a, (byte) 0xc2};
  private static final int MD5 = 16;
  private static final int RECORDS = 3;
  private static final int DATA = 3;
  private static final int BYTES = 2;

  private final Slice message;
  private int at;

  private AggregatedRecord(Slice message) {
    this.message = message;
  }

  /** The data of each record in one; the data itself if it holds no others. */
  static List<Slice> split(byte[] data) {
    List<Slice> whole = List.of(Slice.of(data));
    int length = data.length - MAGIC.length - MD5;
    if (length < 0 || !Arrays.equals(data, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return whole;
    }
    Slice message = new Slice(data, MAGIC.length, length);
    byte[] sum = Arrays.copyOfRange(data, message.end(), data.length);
    if (!Arrays.equals(Hashes.md5(message), sum)) {
      return whole;
    }
    try {
      return all(message);
    } catch (IndexOutOfBoundsException e) {
      return whole;
    }
  }

  private static List<Slice> all(Slice message) {
    List<Slice> all = new ArrayList<>();
    for (Slice record : new AggregatedRecord(message).fields(RECORDS)) {
      all.addAll(new AggregatedRecord(record).fields(DATA));
    }
    return all;
  }

  /** The contents of all fields of this number that hold bytes. */
  private List<Slice> fields(int number) {
    List<Slice> found = new ArrayList<>();
    while (at < message.length()) {
      long key = number();
      long value = number(); // the fields are numbers, or have a length in front
      if ((key & 7) == BYTES) {
        Slice content = bytes(value);
        if (key >>> 3 == number) {
          found.add(content);
        }
      } else if ((key & 7) != 0) {
        throw new IndexOutOfBoundsException("no field of an aggregated record");
      }
    }
    return found;
  }

  private Slice bytes(long length) {
    if (length < 0 || length > message.length() - at) {
      throw new IndexOutOfBoundsException("a field that is longer than its record");
    }
    Slice bytes = new Slice(message.array(), message.offset() + at, (int) length);
    at += (int) length;
    return bytes;
  }

  private long number() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (at == message.length()) {
        throw new IndexOutOfBoundsException("a number without an end");
      }
      byte b = message.array()[message.offset() + at++];
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IndexOutOfBoundsException("a number that is too long");
  }
}
