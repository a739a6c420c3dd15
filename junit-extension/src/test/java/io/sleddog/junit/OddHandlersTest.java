package io.sleddog.junit;

import static io.sleddog.junit.SledAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.sleddog.lambda.Telemetry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handlers that answer, throw, print and trace in unusual ways, in the test's own process. */
@Timeout(60)
@SleddogTest(functionName = "odd")
class OddHandlersTest {
  /** What a handler gives back, and what the runtime makes of it. */
  private record Answer(String json, @Nullable Object value) {
    @Override
    public String toString() {
      return json.substring(0, Math.min(40, json.length()));
    }
  }

  private static Answer answer(String json, @Nullable Object value) {
    return new Answer(json, value);
  }

  static Stream<Answer> answers() {
    return Stream.of(
        answer("null", null),
        answer("[1,2]", List.of(1, 2)),
        answer("true", true),
        answer("\"\\u0000\u00e9\\n\\\"\"", "\u0000\u00e9\n\""),
        answer("{\"a\":{\"b\":[]}}", Map.of("a", Map.of("b", List.of()))),
        answer("\"" + "x".repeat(1_000_000) + "\"", "x".repeat(1_000_000)));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answer_ofAnyKind_isThatOfTheRuntime(Answer answer, Sled sled) {
    Ride ride = sled.invoke((String event, Context context) -> answer.value(), "event");

    assertThat(ride).succeeded().hasResponse(answer.json()).hasSpan("aws.lambda");
  }

  private static Named<RequestHandler<String, String>> thrower(Throwable thrown) {
    return Named.of(
        thrown.getClass().getSimpleName(),
        (event, context) -> {
          throw OddHandlersTest.<RuntimeException>sneaky(thrown);
        });
  }

  /** As Kotlin and Scala throw checked exceptions, which no signature names. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  static Stream<Named<RequestHandler<String, String>>> throwers() {
    Throwable circular = new IllegalStateException("round");
    circular.initCause(new IllegalArgumentException("and round", circular));
    return Stream.of(
        thrower(new IOException("checked")),
        thrower(new StackOverflowError("deep")),
        thrower(new OutOfMemoryError("full")),
        thrower(new AssertionError("not so")),
        thrower(new RuntimeException((String) null)),
        thrower(new NoClassDefFoundError("com/acme/Missing")),
        thrower(circular));
  }

  @ParameterizedTest
  @MethodSource("throwers")
  void anyThrowable_isAFailedInvocationWithItsSpan(
      RequestHandler<String, String> handler, Sled sled) {
    Ride ride = sled.invoke(handler, "event");

    assertThat(ride.failure()).isPresent();
    String type = ride.failure().orElseThrow().getClass().getName();
    assertThat(ride)
        .failedWith(type)
        .hasSpan("aws.lambda", span -> span.hasError().hasTag("error.type", type))
        .hasMetric("aws.lambda.enhanced.errors", metric -> metric.hasSum(1));
  }

  @Test
  void eventThatCannotBeWritten_isGivenAllTheSame(Sled sled) {
    Map<String, Object> ring = new HashMap<>();
    ring.put("self", ring);

    Ride ride =
        sled.invoke(
            (Map<String, Object> event, Context context) -> String.valueOf(event == ring), ring);

    assertThat(ride).hasResponse("\"true\"");
    assertThat(ride.invocation().event().text()).isEqualTo("null");
  }

  @Test
  @SuppressWarnings("NullAway") // as a test without annotations may
  void noEvent_isNone(Sled sled) {
    assertThat(sled.invoke((String event, Context context) -> String.valueOf(event), null))
        .hasResponse("\"null\"");
  }

  @Test
  void manySpansAndLargeTags_allArrive(Sled sled) {
    Ride ride =
        sled.invoke(
            (Integer count, Context context) -> {
              for (int i = 0; i < count; i++) {
                try (var span = Telemetry.startSpan("step")) {
                  span.tag("n", i).tag("text", "y".repeat(500));
                }
              }
              return count;
            },
            2000);

    assertThat(ride).succeeded().isOneTrace();
    assertThat(ride.spans()).hasSize(2001);
  }

  @Test
  void severalLinesInOnePrint_andALineWithoutEnd_areLogs(Sled sled) {
    Ride ride =
        sled.invoke(
            (String event, Context context) -> {
              System.out.print("one\ntwo\nthree");
              context.getLogger().log("<script>\u001b[31mred\u001b[0m");
              return event;
            },
            "e");

    assertThat(ride).hasLog("one").hasLog("two").hasLog("three").hasLog("\u001b[31mred");
  }

  @Test
  void metricOfAnotherThread_isSeenIfItsTaskIsPropagated(Sled sled) {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Ride ride =
          sled.invoke(
              (String event, Context context) -> {
                Runnable task = () -> Telemetry.distribution("async.done", 4, "by:other");
                await(threads, Telemetry.propagate(task));
                return event;
              },
              "e");

      assertThat(ride).hasMetric("async.done", metric -> metric.hasValues(4).hasTag("by:other"));
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(ExecutorService threads, Runnable task) {
    try {
      threads.submit(task).get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void rides_ofOneTest_areKeptApart(Sled sled) {
    List<Ride> rides = new ArrayList<>();
    for (String bread : List.of("rye", "spelt", "oat")) {
      rides.add(sled.invoke(new Bakery(), Map.of("bread", bread)));
    }

    assertThat(rides).extracting(ride -> ride.sum("bakery.baked")).containsOnly(1.0);
    assertThat(rides).extracting(ride -> ride.invocation().requestId()).doesNotHaveDuplicates();
    assertThat(rides).extracting(ride -> ride.span("aws.lambda").traceId()).doesNotHaveDuplicates();
    assertThat(rides.get(1)).hasLog("Baked spelt").hasNoLog("Baked rye");
    assertThat(rides.get(1).metric("no.such")).isEmpty();
    assertThat(rides.get(1).sum("no.such")).isZero();
  }
}
