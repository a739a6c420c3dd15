package io.sleddog.forwarder.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.sleddog.forwarder.model.Slice;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpAnswerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|0",
        "{}|0",
        "{\"partialSuccess\":{}}|0",
        "{\"partialSuccess\":{\"rejectedLogRecords\":\"3\",\"errorMessage\":\"no\"}}|3",
        "{\"partialSuccess\":{\"errorMessage\":\"no\",\"rejectedDataPoints\":4}}|4",
        "{\"partialSuccess\":{\"rejectedSpans\":\"9223372036854775807\"}}|2147483647",
        "{\"partialSuccess\":{\"rejectedSpans\":\"-1\"}}|0",
        "{\"partialSuccess\":{\"rejectedSpans\":\"many\"}}|0",
        "{\"rejectedSpans\":\"5\"}|0",
        "{\"partialSuccess\":|0",
        "no json|0"
      })
  void rejected_json_isTheNumber(String answer, int rejected) {
    assertThat(OtlpAnswer.rejected(Slice.of(answer), true)).isEqualTo(rejected);
  }

  static Stream<byte[]> threeRejected() {
    return Stream.of(
        ExportLogsServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportLogsPartialSuccess.newBuilder()
                    .setRejectedLogRecords(3)
                    .setErrorMessage("no"))
            .build()
            .toByteArray(),
        ExportMetricsServiceResponse.newBuilder()
            .setPartialSuccess(ExportMetricsPartialSuccess.newBuilder().setRejectedDataPoints(3))
            .build()
            .toByteArray(),
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(3))
            .build()
            .toByteArray(),
        // Fields that are not known yet come first.
        new byte[] {0x10, 1, 0x1a, 2, 7, 7, 0x0a, 5, 0x12, 1, 'x', 8, 3});
  }

  @ParameterizedTest
  @MethodSource("threeRejected")
  void rejected_protobuf_isTheNumber(byte[] answer) {
    assertThat(OtlpAnswer.rejected(Slice.of(answer), false)).isEqualTo(3);
  }

  @Test
  void rejected_protobufWithAMessageOnly_isNone() {
    byte[] warning =
        ExportLogsServiceResponse.newBuilder()
            .setPartialSuccess(ExportLogsPartialSuccess.newBuilder().setErrorMessage("slow down"))
            .build()
            .toByteArray();

    assertThat(OtlpAnswer.rejected(Slice.of(warning), false)).isZero();
    assertThat(OtlpAnswer.rejected(Slice.of(new byte[0]), false)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "<html>", "\n", "\n\u007f\b", "\u0012\u007f", "\u000b", "\n\u0002\u0008"})
  void rejected_noProtobuf_isNone(String answer) {
    assertThat(OtlpAnswer.rejected(Slice.of(answer), false)).isZero();
  }

  @Test
  void rejected_numberWithoutEnd_isNone() {
    byte[] bytes = new byte[40];
    Arrays.fill(bytes, (byte) 0xff);

    assertThat(OtlpAnswer.rejected(Slice.of(bytes), false)).isZero();
  }
}
