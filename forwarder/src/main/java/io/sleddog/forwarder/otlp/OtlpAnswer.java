package io.sleddog.forwarder.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sleddog.forwarder.json.Json;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;

/**
 * What a collector says when it has taken a request: perhaps that it did not take all of it, which
 * is not to be sent again.
 */
public final class OtlpAnswer {
  private static final int PARTIAL_SUCCESS = 1;
  private static final int REJECTED = 1;
  private static final int TYPE_BITS = 3;
  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;

  private final Slice bytes;
  private int position;

  private OtlpAnswer(Slice bytes) {
    this.bytes = bytes;
  }

  /** How many items it rejected; 0 if it does not say, or not in a way that can be read. */
  public static int rejected(Slice answer, boolean json) {
    try {
      long rejected = json ? ofJson(answer) : new OtlpAnswer(answer).ofProtobuf();
      return (int) Math.max(0, Math.min(Integer.MAX_VALUE, rejected));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException ignored) {
      return 0; // the status says that the request was taken
    }
  }

  /** The number stands in a text, as all of 64 bits do, or bare. */
  private static long ofJson(Slice answer) throws IOException {
    try (JsonParser parser = Json.parser(answer.array(), answer.offset(), answer.length())) {
      boolean partial = false;
      for (JsonToken token; (token = parser.nextToken()) != null; ) {
        String name = String.valueOf(parser.currentName());
        partial |= name.equals("partialSuccess");
        if (partial && token.isScalarValue() && name.startsWith("rejected")) {
          return Long.parseLong(parser.getText());
        }
      }
      return 0;
    }
  }

  private long ofProtobuf() {
    while (position < bytes.length()) {
      int key = (int) varint();
      if (key == (PARTIAL_SUCCESS << TYPE_BITS | LENGTH_DELIMITED)) {
        int length = (int) varint();
        return new OtlpAnswer(new Slice(bytes.array(), bytes.offset() + position, length)).number();
      }
      skip(key);
    }
    return 0;
  }

  private long number() {
    while (position < bytes.length()) {
      int key = (int) varint();
      if (key == (REJECTED << TYPE_BITS | VARINT)) {
        return varint();
      }
      skip(key);
    }
    return 0;
  }

  private void skip(int key) {
    switch (key & (1 << TYPE_BITS) - 1) {
      case VARINT -> varint();
      case LENGTH_DELIMITED -> {
        int length = (int) varint();
        position += Math.max(0, length);
      }
      default -> throw new IndexOutOfBoundsException("not a field of these messages");
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      if (position >= bytes.length() || shift > 63) {
        throw new IndexOutOfBoundsException("the number does not end");
      }
      byte b = bytes.array()[bytes.offset() + position++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
