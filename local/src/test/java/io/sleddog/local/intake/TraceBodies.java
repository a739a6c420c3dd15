package io.sleddog.local.intake;

import com.google.protobuf.CodedOutputStream;
import io.sleddog.local.model.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trace requests written by protobuf's own writer, with one and the same span. */
final class TraceBodies {
  private TraceBodies() {}

  static Span span(@Nullable Integer priority) {
    return new Span(
        0xC000000000000001L,
        2,
        3,
        "orders",
        "aws.lambda",
        "order-service",
        "serverless",
        1_700_000_000_000_000_001L,
        42,
        1,
        Map.of("_dd.p.tid", "69203a5400000000", "empty", ""),
        Map.of("_top_level", 1.0, "half", 0.5),
        priority);
  }

  /** AgentPayload with one TracerPayload of one TraceChunk, and fields to be passed over. */
  static byte[] agentPayload() throws IOException {
    byte[] chunk =
        message(
            out -> {
              out.writeByteArray(3, spanMessage());
              out.writeInt32(1, 2);
              out.writeString(2, "lambda");
            });
    byte[] tracer =
        message(
            out -> {
              out.writeString(2, "java");
              out.writeByteArray(6, chunk);
              out.writeString(8, "local");
            });
    return message(
        out -> {
          out.writeString(1, "host");
          out.writeByteArray(5, tracer);
          out.writeDouble(8, 60);
          out.writeFixed32(99, 7);
        });
  }

  /** TracePayload with one APITrace. */
  static byte[] tracePayload() throws IOException {
    byte[] trace =
        message(
            out -> {
              out.writeUInt64(1, 1);
              out.writeByteArray(2, spanMessage());
            });
    return message(
        out -> {
          out.writeString(2, "local");
          out.writeByteArray(3, trace);
        });
  }

  private static byte[] spanMessage() throws IOException {
    return message(
        out -> {
          out.writeString(1, "orders");
          out.writeString(2, "aws.lambda");
          out.writeString(3, "order-service");
          out.writeUInt64(4, 0xC000000000000001L);
          out.writeUInt64(5, 2);
          out.writeUInt64(6, 3);
          out.writeInt64(7, 1_700_000_000_000_000_001L);
          out.writeInt64(8, 42);
          out.writeInt32(9, 1);
          out.writeByteArray(10, text("_dd.p.tid", "69203a5400000000"));
          out.writeByteArray(10, message(entry -> entry.writeString(1, "empty")));
          out.writeByteArray(11, number("_top_level", 1));
          out.writeByteArray(11, number("half", 0.5));
          out.writeString(12, "serverless");
          out.writeByteArray(14, new byte[] {8, 1});
        });
  }

  private static byte[] text(String key, String value) throws IOException {
    return message(
        out -> {
          out.writeString(1, key);
          out.writeString(2, value);
        });
  }

  private static byte[] number(String key, double value) throws IOException {
    return message(
        out -> {
          out.writeString(1, key);
          out.writeDouble(2, value);
        });
  }

  private static byte[] message(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    writing.to(out);
    out.flush();
    return bytes.toByteArray();
  }

  private interface Writing {
    void to(CodedOutputStream out) throws IOException;
  }
}
