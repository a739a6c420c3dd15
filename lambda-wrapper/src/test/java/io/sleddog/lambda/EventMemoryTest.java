package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.config.Warnings;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.line.LineSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may look at the bytes of an event and a response, and for how long. */
class EventMemoryTest {
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:";

  private final RecordingSink sink = new RecordingSink();
  private final Instrumentation instrumentation = instrumentation(sink);
  private final InvocationRunner runner = new InvocationRunner(instrumentation);

  @Test
  void run_runtimesStream_isTheHandlersAsItCame() throws IOException {
    ByteArrayInputStream runtimes = new ByteArrayInputStream("__[1,2,3]".getBytes(UTF_8));
    assertThat(runtimes.skip(2)).isEqualTo(2);
    run(
        runtimes,
        new ByteArrayOutputStream(),
        (event, response, context) -> {
          assertThat(event).isSameAs(runtimes);
          assertThat(event.available()).isEqualTo(7);
          assertThat(event.markSupported()).isTrue();
          assertThat(new String(event.readNBytes(3), UTF_8)).isEqualTo("[1,");
          event.reset();
          assertThat(new String(event.readAllBytes(), UTF_8)).isEqualTo("[1,2,3]");
          assertThat(event.read()).isNegative();
        });
  }

  @Test
  void run_handlerReadsHalf_leavesTheRestInTheRuntimesStream() throws IOException {
    ByteArrayInputStream runtimes = new ByteArrayInputStream("[1,2,3]".getBytes(UTF_8));
    run(runtimes, new ByteArrayOutputStream(), (event, response, context) -> event.readNBytes(4));
    assertThat(new String(runtimes.readAllBytes(), UTF_8)).isEqualTo(",3]");
  }

  @Test
  void run_streamsKeptBeyondTheCall_stayAsTheyWere() throws IOException {
    List<InputStream> kept = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ByteArrayInputStream event = new ByteArrayInputStream(sqs("queue" + i));
      run(event, new ByteArrayOutputStream(), (in, response, context) -> kept.add(in));
    }
    for (int i = 0; i < 5; i++) {
      assertThat(kept.get(i).readAllBytes()).isEqualTo(sqs("queue" + i));
    }
  }

  @Test
  void run_otherStreams_areReadOnceAndGivenWhole() throws IOException {
    InputStream other = new FilterInputStream(new ByteArrayInputStream(sqs("teas"))) {};
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    OutputStream response = new FilterOutputStream(written);
    run(
        other,
        response,
        (event, out, context) -> {
          assertThat(event.readAllBytes()).isEqualTo(sqs("teas"));
          out.write("{\"batchItemFailures\":[{}]}".getBytes(UTF_8));
        });
    assertThat(written.toString(UTF_8)).isEqualTo("{\"batchItemFailures\":[{}]}");
    assertThat(traces()).singleElement().asString().contains(QUEUE + "teas");
  }

  @Test
  void run_eventsOfDifferentLengths_areToldApart() throws IOException {
    for (int length : new int[] {3000, 1, 500_000, 2, 40}) {
      String queue = "q".repeat(length);
      run(
          new ByteArrayInputStream(sqs(queue)),
          new ByteArrayOutputStream(),
          (event, response, context) -> response.write(failures(length % 7)));
    }
    assertThat(traces()).hasSize(5);
    assertThat(traces().get(1)).contains(QUEUE + "q\"").doesNotContain("qq");
    assertThat(traces().get(3)).contains(QUEUE + "qq\"").doesNotContain("qqq");
    assertThat(sink.lines())
        .filteredOn(line -> line.contains("batch_item_failures"))
        .extracting(line -> line.substring(line.indexOf("\"v\":"), line.indexOf(",\"e\"")))
        .containsExactly("\"v\":5", "\"v\":2", "\"v\":5", "\"v\":3", "\"v\":6");
  }

  @Test
  void run_invocationInsideAnother_hasMemoryOfItsOwn() throws IOException {
    run(
        new ByteArrayInputStream(sqs("outer")),
        new ByteArrayOutputStream(),
        (event, response, context) ->
            run(
                new ByteArrayInputStream(sqs("inner")),
                new ByteArrayOutputStream(),
                (in, out, inside) -> out.write(failures(2))));
    assertThat(traces().get(0)).contains(QUEUE + "inner").doesNotContain(QUEUE + "outer");
    assertThat(traces().get(1)).contains(QUEUE + "outer").doesNotContain(QUEUE + "inner");
  }

  @Test
  void run_handlerThrows_nextEventIsReadAsEver() throws IOException {
    assertThatThrownBy(
            () ->
                run(
                    new ByteArrayInputStream(sqs("first")),
                    new ByteArrayOutputStream(),
                    (event, response, context) -> {
                      throw new Functions.OutOfBeans();
                    }))
        .isInstanceOf(Functions.OutOfBeans.class);
    run(
        new ByteArrayInputStream(sqs("second")),
        new ByteArrayOutputStream(),
        (event, response, context) -> {});
    assertThat(traces().get(1)).contains(QUEUE + "second").doesNotContain(QUEUE + "first");
  }

  @Test
  void isOver_whileTheWatchdogMayWrite_isFalse() {
    Observation inTime = begin();
    assertThat(inTime.isOver()).isFalse();
    inTime.end(Json.MISSING);
    assertThat(inTime.isOver()).isTrue();
    Observation late = begin();
    late.timeOut();
    late.end(Json.MISSING);
    assertThat(late.isOver()).isFalse();
  }

  @Test
  void isOver_afterAFailedWrite_isFalse() {
    sink.fail();
    Observation unwritten = begin();
    unwritten.end(Json.MISSING);
    assertThat(unwritten.isOver()).isFalse();
  }

  /** All that belongs together, with a fixed clock. */
  static Instrumentation instrumentation(LineSink sink) {
    Warnings warnings = new RecordingWarnings();
    Map<String, String> variables =
        Map.of("AWS_LAMBDA_FUNCTION_NAME", "orders", "DD_LOGS_INJECTION", "false");
    Environment environment = new Environment(variables, warnings);
    return new Instrumentation(environment, warnings, new FakeClock(), sink, 1);
  }

  private Observation begin() {
    return requireNonNull(instrumentation.begin(Json.MISSING, new FakeContext()));
  }

  private void run(InputStream event, OutputStream response, RequestStreamHandler body)
      throws IOException {
    runner.run(event, response, new FakeContext(), body);
  }

  private List<String> traces() {
    List<String> traces = new ArrayList<>(sink.lines());
    traces.removeIf(line -> !line.startsWith("{\"traces\""));
    return traces;
  }

  private static byte[] sqs(String queue) {
    return ("{\"Records\":[{\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\""
            + QUEUE
            + queue
            + "\"}]}")
        .getBytes(UTF_8);
  }

  private static byte[] failures(int count) {
    return ("{\"batchItemFailures\":[" + "{},".repeat(count) + "{}]}").getBytes(UTF_8);
  }
}
