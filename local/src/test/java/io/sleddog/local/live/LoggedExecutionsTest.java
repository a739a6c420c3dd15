package io.sleddog.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.logs.LoggedEvents;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedExecutionsTest {
  private static final LogStream ONE = new LogStream("/aws/lambda/orders", "a");
  private static final LogStream OTHER = new LogStream("/aws/lambda/orders", "b");

  private final LoggedExecutions logged = new LoggedExecutions();
  private int written;

  private LoggedEvents in(LogStream stream, String... lines) {
    List<LogEvent> events = new ArrayList<>();
    for (String line : lines) {
      written++;
      events.add(new LogEvent("e" + written, 1000 + written, line + "\n", null));
    }
    return new LoggedEvents(stream, events);
  }

  private static String start(String id) {
    return "START RequestId: " + id + " Version: $LATEST";
  }

  private static String report(String id) {
    return "REPORT RequestId: "
        + id
        + "\tDuration: 2.50 ms\tMemory Size: 256 MB\tMax Memory Used: 99 MB\t";
  }

  @Test
  void streams_ofTwoEnvironments_interleaved_areKeptApart() {
    logged.take(in(ONE, "INIT_START x", start("r1"), "one"));
    logged.take(in(OTHER, start("r2"), "two"));

    List<Execution> second = logged.take(in(OTHER, report("r2")));
    List<Execution> first = logged.take(in(ONE, report("r1"), start("r3")));

    assertThat(second).singleElement().extracting(LoggedExecutionsTest::id).isEqualTo("r2");
    assertThat(first).singleElement().extracting(LoggedExecutionsTest::id).isEqualTo("r1");
    assertThat(first.get(0).events())
        .extracting(LogEvent::requestId)
        .containsExactly(null, "r1", "r1", "r1");
    assertThat(logged.rest()).singleElement().extracting(LoggedExecutionsTest::id).isEqualTo("r3");
    assertThat(logged.rest()).isEmpty();
  }

  private static String id(Execution execution) {
    return execution.invocation().requestId();
  }

  @Test
  void report_isWhatIsKnownOfTheFunction() {
    Execution done = logged.take(in(ONE, start("r1"), "hello", report("r1"))).get(0);
    Invocation invocation = done.invocation();

    assertThat(invocation.function()).isEqualTo("orders");
    assertThat(invocation.timing().duration()).isEqualTo(Duration.ofNanos(2_500_000));
    assertThat(invocation.timing().startedAtMillis()).isEqualTo(1001);
    assertThat(invocation.maxMemoryMb()).isEqualTo(99);
    assertThat(logged.function(done).memoryMb()).isEqualTo(256);
    assertThat(logged.function(done).logGroup()).isEqualTo("/aws/lambda/orders");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "hello | '' | SUCCESS | ",
        "{\"m\":\"aws.lambda.enhanced.errors\",\"v\":1,\"e\":1,\"t\":[]} | | ERROR | Unhandled",
        "2026-11-21T20:00:00Z r1 Task timed out after 3.00 seconds | | TIMEOUT | Sandbox.Timedout",
        "{\"message\":\"Task timed out after lunch\"} | | SUCCESS | ",
        "x | Status: timeout | TIMEOUT | Sandbox.Timedout",
        "x | Status: error\tError Type: Runtime.ExitError | CRASH | Runtime.ExitError",
        "x | Status: error\tError Type: Runtime.OutOfMemory | CRASH | Runtime.OutOfMemory"
      })
  void end_asTheLinesTellIt(String line, String status, InvocationStatus ended, String error) {
    Invocation invocation =
        logged.take(in(ONE, start("r1"), line, report("r1") + status)).get(0).invocation();

    assertThat(invocation.status()).isEqualTo(ended);
    assertThat(invocation.errorType()).isEqualTo(error);
  }

  @Test
  void jsonFormat_hasItsOwnStart() {
    Execution done =
        logged
            .take(
                in(
                    ONE,
                    "{\"type\":\"platform.initStart\",\"record\":{}}",
                    "{\"type\":\"platform.start\",\"record\":{\"requestId\":\"r7\"}}",
                    "{\"type\":\"platform.report\",\"record\":{\"requestId\":\"r7\","
                        + "\"metrics\":{\"durationMs\":3,\"memorySizeMB\":128},"
                        + "\"status\":\"error\",\"errorType\":\"java.lang.Error\"}}"))
            .get(0);

    assertThat(id(done)).isEqualTo("r7");
    assertThat(done.events()).extracting(LogEvent::requestId).containsExactly(null, "r7", "r7");
    assertThat(done.invocation().status()).isEqualTo(InvocationStatus.ERROR);
    assertThat(done.invocation().payload().text()).isEqualTo("{\"errorType\":\"java.lang.Error\"}");
  }

  @Test
  void retryOfLambda_withTheSameId_isAnInvocationOfItsOwn() {
    List<Execution> done =
        logged.take(in(ONE, start("r1"), report("r1"), start("r1"), report("r1")));

    assertThat(done).extracting(LoggedExecutionsTest::id).containsExactly("r1", "r1-2");
  }

  @Test
  void linesWithoutStartAndReport_areOneInvocationAtTheEnd() {
    assertThat(logged.take(in(ONE, "a", "b"))).isEmpty();

    Execution rest = logged.rest().get(0);

    assertThat(rest.events()).extracting(LogEvent::requestId).containsOnly(id(rest));
    assertThat(rest.invocation().timing().duration()).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void groupOfNoFunction_neverFillsTheMemory() {
    LogStream trail = new LogStream("/ecs/web", "task/1");
    String[] lines = IntStream.range(0, 10_001).mapToObj(i -> "GET /" + i).toArray(String[]::new);

    List<Execution> done = logged.take(in(trail, lines));

    assertThat(done).singleElement().satisfies(one -> assertThat(one.events()).hasSize(10_000));
    assertThat(done.get(0).invocation().function()).isEqualTo("/ecs/web");
    assertThat(logged.rest().get(0).events()).hasSize(1);
  }
}
