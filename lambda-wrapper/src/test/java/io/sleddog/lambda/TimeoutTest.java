package io.sleddog.lambda;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutTest {
  @Test
  void timeOut_spansStillOpen_areWrittenOnceWithTheError() {
    RecordingSink sink = new RecordingSink();
    RecordingWarnings warnings = new RecordingWarnings();
    Instrumentation instrumentation =
        new Instrumentation(
            new Environment(Map.of(), warnings), warnings, new FakeClock(), sink, 1);
    Observation observation =
        requireNonNull(instrumentation.begin(Json.MISSING, new FakeContext()));
    Span query = Telemetry.startSpan("slow.query");
    observation.timeOut();
    query.tag("too", "late").close();
    observation.end(Json.MISSING);
    observation.timeOut();
    assertThat(sink.lines()).filteredOn(line -> line.startsWith("{\"traces\"")).hasSize(1);
    assertThat(sink.lines().get(1))
        .contains("\"name\":\"aws.lambda\"", "\"error\":1", "\"name\":\"slow.query\"")
        .contains("\"error.type\":\"Timeout\"")
        .contains("\"error.message\":\"Datadog detected a Timeout\"")
        .doesNotContain("too");
    assertThat(Telemetry.traceHeaders()).isEmpty();
    assertThat(warnings.messages()).isEmpty();
  }

  @Test
  void invocation_thatNearsItsDeadline_isWrittenByTheWatchdog() throws IOException {
    FunctionUnderTest function =
        new FunctionUnderTest(Hangs.class).with(new FakeContext().remainingMillis(20));
    function.invoke("{}");
    assertThat(function.traces()).hasSize(1);
    assertThat(function.traces().get(0)).contains("\"error.type\":\"Timeout\"");
  }

  @Test
  void invocation_thatEndsInTime_isNotTouched() throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(Functions.Ok.class);
    function.invoke("{}");
    assertThat(function.traces()).hasSize(1);
    assertThat(function.traces().get(0)).doesNotContain("Timeout");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void invocation_whoseContextKnowsNoDeadline_isNoTimeout(int remainingMillis) throws IOException {
    FunctionUnderTest function =
        new FunctionUnderTest(Lingers.class)
            .with(new FakeContext().remainingMillis(remainingMillis));
    function.invoke("{}");
    assertThat(function.traces()).hasSize(1);
    assertThat(function.traces().get(0)).contains("\"error\":0").doesNotContain("Timeout");
  }

  /** Gives a watchdog time to act that believes the deadline is over. */
  public static final class Lingers implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
      boolean timedOut = ((FakeContext) context).awaitTrace(100, TimeUnit.MILLISECONDS);
      assertThat(timedOut).isFalse();
    }
  }

  @Test
  void actAt_leavesTimeToWrite() {
    assertThat(Watchdog.actAt(0, 1_000_000_000)).isEqualTo(920_000_000);
    assertThat(Watchdog.actAt(0, 20_000_000)).isEqualTo(10_000_000);
    assertThat(Watchdog.actAt(5, 0)).isEqualTo(Watchdog.NEVER);
  }

  /** Returns only when its trace was written, as a function does that is stopped. */
  public static final class Hangs implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) {
      assertThat(((FakeContext) context).awaitTrace(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
