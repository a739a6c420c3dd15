package io.sleddog.local.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogFormat;
import io.sleddog.local.model.Payload;
import io.sleddog.local.testing.Golden;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamRecorderTest {
  private static final long AT = 1_795_255_844_000L;
  private static final Duration INIT = Duration.ofNanos(411_234_567);

  private final Clock clock = Clock.fixed(Instant.ofEpochMilli(AT), ZoneOffset.UTC);

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void take_everyKindOfEnd_isWordedAsAwsDoes(LogFormat format) {
    StreamRecorder recorder = recorder(format);
    recorder.initStarted(AT);
    recorder.invocationStarted("r-1", AT + 1);
    recorder.output(AT + 2, "hello\n");
    recorder.invocationEnded(invocation("r-1", InvocationStatus.SUCCESS, null, INIT), AT + 3);
    recorder.invocationStarted("r-2", AT + 4);
    recorder.invocationEnded(invocation("r-2", InvocationStatus.ERROR, null, null), AT + 5);
    recorder.invocationStarted("r-3", AT + 6);
    recorder.invocationEnded(invocation("r-3", InvocationStatus.TIMEOUT, null, null), AT + 7);
    recorder.initStarted(AT + 8);
    recorder.initFailed(AT + 9, INIT, "Runtime.ExitError");
    recorder.invocationStarted("r-4", AT + 10);
    recorder.invocationEnded(
        invocation("r-4", InvocationStatus.CRASH, "Runtime.ExitError", null), AT + 11);
    recorder.initFailed(AT + 12, INIT, "Sandbox.Timedout");

    String text = recorder.take().stream().map(LogEvent::message).collect(Collectors.joining());
    Golden.check(
        "platform", format.awsName().toLowerCase(java.util.Locale.ROOT), "out.txt", portable(text));
  }

  @Test
  void take_betweenInvocations_eventsHaveNoRequestId() {
    StreamRecorder recorder = recorder(LogFormat.TEXT);
    recorder.initStarted(AT);
    recorder.invocationStarted("r-1", AT);
    recorder.output(AT, "inside\n");
    recorder.invocationEnded(invocation("r-1", InvocationStatus.SUCCESS, null, null), AT);
    recorder.output(AT, "after\n");

    assertThat(recorder.take())
        .extracting(LogEvent::requestId)
        .containsExactly(null, "r-1", "r-1", "r-1", "r-1", null);
  }

  @Test
  void take_eventsOutOfOrder_areSortedByTimeAndTakenOnce() {
    StreamRecorder recorder = recorder(LogFormat.TEXT);
    recorder.output(AT + 2, "second\n");
    recorder.output(AT + 1, "first\n");

    List<LogEvent> events = recorder.take();

    assertThat(events).extracting(LogEvent::message).containsExactly("first\n", "second\n");
    assertThat(events).extracting(LogEvent::id).allMatch(id -> id.matches("\\d{56}")).isSorted();
    assertThat(recorder.take()).isEmpty();
  }

  @Test
  void stream_name_isThatOfAws() {
    StreamRecorder recorder = recorder(LogFormat.TEXT);

    assertThat(recorder.stream().group()).isEqualTo("/aws/lambda/orders");
    assertThat(recorder.stream().name()).matches("2026/11/21/\\[\\$LATEST\\][0-9a-f]{32}");
  }

  /** The runtime's version is that of the JDK that runs the test. */
  private static String portable(String text) {
    return text.replace(FunctionIdentity.runtimeVersion(), "java:17.v1");
  }

  private StreamRecorder recorder(LogFormat format) {
    FunctionSpec spec =
        FunctionSpec.of("orders", "a.B", Path.of("code"))
            .withLogFormat(format)
            .withLimits(256, Duration.ofMillis(2500));
    return new StreamRecorder(spec, clock);
  }

  private static Invocation invocation(
      String id, InvocationStatus status, @Nullable String errorType, @Nullable Duration init) {
    String payload =
        "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: "
            + id
            + " Error: Runtime exited with error: exit status 1\"}";
    return new Invocation(
        id,
        "orders",
        Payload.of("{}"),
        Payload.of(payload),
        status,
        errorType,
        new Invocation.Timing(AT, Duration.ofNanos(23_456_789), init),
        87);
  }
}
