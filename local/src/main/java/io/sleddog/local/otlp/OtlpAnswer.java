package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What an OTLP server answers, in the form in which it was asked. */
public final class OtlpAnswer {
  private static final int LOW_BITS = 0x7F;
  private static final int MORE = 0x80;
  private static final int SHIFT = 7;
  private static final int TEXT_TYPE = 2;

  private OtlpAnswer() {}

  /** All was taken, or all but some items, which are counted with the reason. */
  public static byte[] taken(OtlpSignal signal, OtlpReader.Reading reading, boolean asJson) {
    if (reading.refused() == 0) {
      return asJson ? utf8("{}") : new byte[0];
    }
    if (asJson) {
      ObjectNode answer = Json.object();
      answer
          .putObject("partialSuccess")
          .put(signal.rejected(), Integer.toString(reading.refused()))
          .put("errorMessage", reading.reason());
      return utf8(Json.write(answer));
    }
    ByteArrayOutputStream partial = new ByteArrayOutputStream();
    number(partial, 1, reading.refused());
    bytes(partial, 2, utf8(reading.reason()));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    bytes(answer, 1, partial.toByteArray());
    return answer.toByteArray();
  }

  /**
   * A status that says why nothing was taken.
   *
   * @param code one of gRPC's codes
   */
  public static byte[] status(int code, String message, boolean asJson) {
    if (asJson) {
      return utf8(Json.write(Json.object().put("code", code).put("message", message)));
    }
    ByteArrayOutputStream status = new ByteArrayOutputStream();
    number(status, 1, code);
    bytes(status, 2, utf8(message));
    return status.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void number(ByteArrayOutputStream out, int field, int value) {
    varint(out, field << 3);
    varint(out, value);
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    varint(out, (field << 3) | TEXT_TYPE);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int left = value;
    while ((left & ~LOW_BITS) != 0) {
      out.write((left & LOW_BITS) | MORE);
      left >>>= SHIFT;
    }
    out.write(left);
  }
}
