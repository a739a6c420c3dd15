package io.sleddog.cli.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastReportTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
  private static final String TEXT =
      "REPORT RequestId: 8f5\tDuration: 3.21 ms\tBilled Duration: 4 ms\tMemory Size: 512 MB\t"
          + "Max Memory Used: 101 MB\t";
  private static final String JSON =
      "{\"time\":\"2026-01-02T03:04:05Z\",\"type\":\"platform.report\",\"record\":{\"requestId\":"
          + "\"8f5\",\"metrics\":{\"durationMs\":3.21,\"billedDurationMs\":4,\"memorySizeMB\":512,"
          + "\"maxMemoryUsedMB\":101}}}";

  @Test
  void parse_eitherForm_givesTheSame() {
    LastReport expected = new LastReport(TIME, 3.21, 101, 512, false);

    assertThat(LastReport.parse(TEXT, TIME)).contains(expected);
    assertThat(LastReport.parse(JSON, TIME)).contains(expected);
    assertThat(LastReport.parse(TEXT + "\n", TIME)).contains(expected);
  }

  @Test
  void parse_newEnvironment_isAColdStart() {
    String text = TEXT + "Init Duration: 612.5 ms\t\nXRAY TraceId: 1-a";
    String json = JSON.replace("{\"durationMs\"", "{\"initDurationMs\":612.5,\"durationMs\"");

    assertThat(LastReport.parse(text, TIME).orElseThrow().isColdStart()).isTrue();
    assertThat(LastReport.parse(json, TIME).orElseThrow().isColdStart()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "REPORT",
        "REPORT RequestId: 8f5",
        "order 7: REPORT RequestId: 8f5 Duration: 3.21 ms",
        "END RequestId: 8f5",
        "{\"type\":\"platform.start\",\"record\":{}}",
        "{\"type\":\"platform.report\"}",
        "{\"type\":\"mine\",\"record\":{\"metrics\":{}},\"like\":\"platform.report\"}",
        "the words platform.report in a line of the user's",
      })
  void parse_anotherLine_isNoReport(String line) {
    assertThat(LastReport.parse(line, TIME)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-5,0s",
    "0,0s",
    "119,119s",
    "120,2m",
    "7199,119m",
    "7200,2h",
    "172799,47h",
    "172800,2d",
  })
  void text_saysHowLongAgo(long seconds, String age) {
    LastReport report = new LastReport(TIME, 3.6, 101, 512, true);

    assertThat(report.text(TIME.plus(Duration.ofSeconds(seconds))))
        .isEqualTo(age + " ago, 4 ms, 101/512 MB");
  }

  @Test
  void json_hasAMemberForEachFact() {
    assertThat(new LastReport(TIME, 3.21, 101, 512, true).json().toString())
        .isEqualTo(
            "{\"time\":\"2026-01-02T03:04:05Z\",\"durationMillis\":3.21,\"maxMemoryMb\":101,"
                + "\"memoryMb\":512,\"coldStart\":true}");
  }
}
