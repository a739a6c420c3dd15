package io.sleddog.local.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.Payload;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformReportTest {
  private static final FunctionIdentity FUNCTION =
      new FunctionIdentity("orders", 512, Duration.ofSeconds(3));

  /** What the platform's lines say in either format is read again. */
  @ParameterizedTest
  @CsvSource({
    "SUCCESS,,412, SUCCESS, SUCCESS",
    "SUCCESS,,, SUCCESS, SUCCESS",
    "ERROR,java.lang.IllegalStateException,, SUCCESS, ERROR",
    "TIMEOUT,Sandbox.Timedout,, TIMEOUT, TIMEOUT",
    "CRASH,Runtime.ExitError,380, CRASH, CRASH"
  })
  void parse_whatThePlatformWrites_isRead(
      InvocationStatus status,
      @Nullable String error,
      @Nullable Long initMillis,
      InvocationStatus inText,
      InvocationStatus inJson) {
    Duration init = initMillis == null ? null : Duration.ofMillis(initMillis);
    Invocation ended = ended(status, error, init);

    PlatformReport text = report(new TextPlatformLines(FUNCTION).end(1000, ended));
    PlatformReport json = report(new JsonPlatformLines(FUNCTION).end(1000, ended));

    assertThat(text.requestId()).isEqualTo(json.requestId()).isEqualTo("r-1");
    assertThat(text.duration()).isEqualTo(json.duration()).isEqualTo(Duration.ofNanos(23_400_000));
    assertThat(text.billedMillis()).isEqualTo(json.billedMillis()).isBetween(24L, 436L);
    assertThat(text.init()).isEqualTo(json.init()).isEqualTo(init);
    assertThat(List.of(text.memoryMb(), text.maxMemoryMb())).containsExactly(512, 128);
    assertThat(List.of(json.memoryMb(), json.maxMemoryMb())).containsExactly(512, 128);
    assertThat(text.status()).isEqualTo(inText);
    assertThat(json.status()).isEqualTo(inJson);
  }

  private static Invocation ended(
      InvocationStatus status, @Nullable String error, @Nullable Duration init) {
    Invocation.Timing timing = new Invocation.Timing(1000, Duration.ofNanos(23_400_000), init);
    Payload answer = Payload.of("{\"errorMessage\":\"gone\"}");
    return new Invocation("r-1", "orders", Payload.of("{}"), answer, status, error, timing, 128);
  }

  private static PlatformReport report(List<String> lines) {
    return PlatformReport.parse(lines.get(lines.size() - 1)).orElseThrow();
  }

  @Test
  void parse_aReportAsAwsWritesIt_withXrayAndSnapStart_isRead() {
    PlatformReport report =
        PlatformReport.parse(
                "REPORT RequestId: 5f2a\tDuration: 1.42 ms\tBilled Duration: 133 ms\t"
                    + "Memory Size: 1024 MB\tMax Memory Used: 98 MB\tRestore Duration: 310.55 ms\t"
                    + "Billed Restore Duration: 131 ms\t\n"
                    + "XRAY TraceId: 1-5759e988-bd862e3fe1be46a994272793\tSegmentId: 5\t"
                    + "Sampled: true\t\n")
            .orElseThrow();

    assertThat(report.duration()).isEqualTo(Duration.ofNanos(1_420_000));
    assertThat(report.init()).isEqualTo(Duration.ofNanos(310_550_000));
    assertThat(report.billedMillis()).isEqualTo(133);
    assertThat(report.memoryMb()).isEqualTo(1024);
    assertThat(report.status()).isEqualTo(InvocationStatus.SUCCESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "REPORT RequestId:",
        "the REPORT RequestId: 5f2a \tDuration: 1 ms",
        "{\"type\":\"platform.report\"}",
        "{\"type\":\"platform.report\",\"record\":{\"metrics\":7}}",
        "{\"message\":\"platform.report\"}",
        "{\"type\":\"platform.start\",\"record\":{\"requestId\":\"platform.report\"}}",
        "{\"type\":\"platform.report\""
      })
  void parse_anythingElse_isNone(String line) {
    assertThat(PlatformReport.parse(line)).isEmpty();
  }

  @Test
  void parse_numbersThatAreNone_areZero() {
    PlatformReport report =
        PlatformReport.parse("REPORT RequestId: r\tDuration: 1.2.3 ms\tMemory Size: x MB\n")
            .orElseThrow();

    assertThat(report.duration()).isZero();
    assertThat(report.memoryMb()).isZero();
  }
}
