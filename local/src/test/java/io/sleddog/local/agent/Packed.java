package io.sleddog.local.agent;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** MessagePack of lists, maps, texts, numbers and nulls. */
final class Packed {
  private Packed() {}

  static byte[] of(Object value) throws IOException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      pack(packer, value);
      return packer.toByteArray();
    }
  }

  private static void pack(MessagePacker packer, Object value) throws IOException {
    if (value instanceof List<?> list) {
      packer.packArrayHeader(list.size());
      for (Object one : list) {
        pack(packer, one);
      }
    } else if (value instanceof Map<?, ?> map) {
      packer.packMapHeader(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        pack(packer, entry.getKey());
        pack(packer, entry.getValue());
      }
    } else {
      packScalar(packer, value);
    }
  }

  private static void packScalar(MessagePacker packer, Object value) throws IOException {
    if (value instanceof java.math.BigInteger big) {
      packer.packBigInteger(big);
    } else if (value instanceof Number number && !(value instanceof Double)) {
      packer.packLong(number.longValue());
    } else if (value instanceof Double number) {
      packer.packDouble(number);
    } else if (value instanceof byte[] bytes) {
      packer.packBinaryHeader(bytes.length).writePayload(bytes);
    } else {
      packer.packString(value.toString());
    }
  }
}
