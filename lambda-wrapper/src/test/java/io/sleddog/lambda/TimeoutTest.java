package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeoutTest {
  @Test
  void invocation_thatNearsItsDeadline_isWrittenOnceWithTheError() throws Exception {
    FunctionUnderTest function =
        new FunctionUnderTest(Hangs.class).with(new FakeContext().remainingMillis(500));
    function.invoke("{}");
    assertThat(function.traces()).hasSize(1);
    assertThat(function.traces().get(0))
        .contains("\"name\":\"aws.lambda\"", "\"error\":1")
        .contains("\"error.type\":\"Timeout\"")
        .contains("\"error.message\":\"Datadog detected a Timeout\"")
        .contains("\"name\":\"slow.query\"");
  }

  @Test
  void invocation_thatEndsInTime_isNotTouched() throws Exception {
    FunctionUnderTest function = new FunctionUnderTest(Functions.Ok.class);
    function.invoke("{}");
    assertThat(function.traces()).hasSize(1);
    assertThat(function.traces().get(0)).doesNotContain("Timeout");
  }

  @Test
  void actAt_leavesTimeToWrite() {
    assertThat(Watchdog.actAt(0, 1_000_000_000)).isEqualTo(920_000_000);
    assertThat(Watchdog.actAt(0, 20_000_000)).isEqualTo(10_000_000);
    assertThat(Watchdog.actAt(5, 0)).isEqualTo(5);
  }

  /** Returns only when its trace was written, as a function does that is stopped. */
  public static final class Hangs implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
      try (Span query = Telemetry.startSpan("slow.query")) {
        FakeContext fake = (FakeContext) context;
        assertThat(fake.awaitTrace(10, TimeUnit.SECONDS)).isTrue();
        query.tag("too", "late");
      }
    }
  }
}
