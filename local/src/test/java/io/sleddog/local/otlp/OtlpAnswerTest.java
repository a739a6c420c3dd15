package io.sleddog.local.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.sleddog.local.model.Contents;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OtlpAnswerTest {
  private static final OtlpReader.Reading ALL = new OtlpReader.Reading(Contents.NONE, 0, "");
  private static final OtlpReader.Reading SOME =
      new OtlpReader.Reading(Contents.NONE, 300, "größer ".repeat(30));

  @Test
  void taken_all_isAnEmptyMessage() {
    assertThat(OtlpAnswer.taken(OtlpSignal.TRACES, ALL, false)).isEmpty();
    assertThat(OtlpAnswer.taken(OtlpSignal.TRACES, ALL, true)).asString().isEqualTo("{}");
  }

  @Test
  void taken_some_countsTheOthersWithTheReason() throws Exception {
    ExportTraceServiceResponse answer =
        ExportTraceServiceResponse.parseFrom(OtlpAnswer.taken(OtlpSignal.TRACES, SOME, false));

    assertThat(answer.getPartialSuccess().getRejectedSpans()).isEqualTo(300);
    assertThat(answer.getPartialSuccess().getErrorMessage()).isEqualTo(SOME.reason());
    assertThat(new String(OtlpAnswer.taken(OtlpSignal.LOGS, SOME, true), StandardCharsets.UTF_8))
        .startsWith(
            "{\"partialSuccess\":{\"rejectedLogRecords\":\"300\",\"errorMessage\":\"größer");
  }

  @Test
  void status_aReason_isAStatusMessage() {
    assertThat(OtlpAnswer.status(3, "no", true))
        .asString()
        .isEqualTo("{\"code\":3,\"message\":\"no\"}");
    assertThat(OtlpAnswer.status(3, "no", false)).containsExactly(8, 3, 18, 2, 'n', 'o');
  }
}
