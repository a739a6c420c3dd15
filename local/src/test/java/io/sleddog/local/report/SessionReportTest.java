package io.sleddog.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Json;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Payload;
import io.sleddog.local.session.Session;
import io.sleddog.local.testing.Executions;
import io.sleddog.local.testing.Golden;
import io.sleddog.local.testing.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionReportTest {
  private static final String EVENT =
      "{\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"rawPath\":\"/orders\"}";
  private static final String TRACE =
      "{\"traces\":[[{\"trace_id\":\"4000000000000001\",\"span_id\":\"0000000000000001\"},"
          + "{\"trace_id\":\"4000000000000001\",\"span_id\":\"0000000000000002\"},"
          + "{\"trace_id\":\"4000000000000001\",\"span_id\":\"0000000000000003\"}]]}";
  private static final String METRIC = "{\"m\":\"orders\",\"v\":1,\"e\":1700000000,\"t\":[]}";
  private static final String COUNTED = "{\"m\":\"price\",\"v\":12.45,\"e\":1700000000,\"t\":[]}";

  private final Execution placed =
      Executions.of(
          "orders",
          EVENT,
          "START RequestId: r Version: $LATEST\n",
          "Placed order 7 dd.trace_id=4611686018427387905\n",
          TRACE,
          METRIC,
          COUNTED,
          "REPORT RequestId: r\tDuration: 1.00 ms\n");

  @Test
  void lines_everythingArrived_saySo() {
    Session session = new Session(List.of(placed), List.of(), List.of(accepted(everything())));

    check("complete", session, false);
  }

  @Test
  void lines_onATerminal_haveColours() {
    Session session = new Session(List.of(placed), List.of(), List.of(accepted(everything())));

    check("colours", session, true);
  }

  @Test
  void lines_intakeAndForwarderFailed_sayWhatIsMissingAndWhy() {
    Execution failed =
        Executions.of(Executions.invocation("forwarder", "{}", InvocationStatus.ERROR, null));
    Delivery delivery = new Delivery(placed.stream(), placed.events(), failed);
    Session session = new Session(List.of(placed), List.of(delivery), List.of(refused(), cut()));

    check("missing", session, false);
  }

  @Test
  void lines_functionFailed_showsTheErrorAndFails() {
    Execution thrown =
        Executions.of(Executions.invocation("orders", "{}", InvocationStatus.ERROR, null), TRACE);
    Execution late =
        Executions.of(Executions.invocation("orders", "{}", InvocationStatus.TIMEOUT, null));
    Execution ended =
        Executions.of(
            Executions.invocation("orders", "{}", InvocationStatus.CRASH, "Runtime.ExitError"));
    Contents arrived =
        new Contents(
            List.of(
                Spans.failed(
                    Spans.span(1, 0, "aws.lambda", 0, 10), "java.io.IOException", "disk full"),
                Spans.span(2, 1, "db.query", 2, 3),
                Spans.span(3, 1, "render", 6, 4)),
            List.of(),
            List.of());
    Session session =
        new Session(List.of(thrown, late, ended), List.of(), List.of(accepted(arrived)));

    check("failed", session, false);
  }

  private static void check(String name, Session session, boolean colours) {
    List<String> lines = new SessionReport(colours).lines(session, Duration.ofMillis(4_230));

    assertThat(lines).noneMatch(line -> line.contains("\n"));
    Golden.check("report", name, "out.txt", String.join("\n", lines) + "\n");
  }

  private Contents everything() {
    List<LogEntry> logs = new ArrayList<>();
    placed.events().forEach(event -> logs.add(log(event.id(), event.message())));
    return new Contents(
        List.of(
            Spans.span(1, 0, "aws.lambda", 0, 23_400),
            Spans.span(2, 1, "db.query", 2_000, 12_000),
            Spans.span(3, 2, "db.connect", 2_000, 4_000)),
        List.of(
            new MetricPoint(
                "orders",
                1,
                1_700_000_000,
                List.of("env:local", "functionname:orders", "plan:pro")),
            new MetricPoint(
                "price", 12.45, 1_700_000_000, List.of("env:local", "functionname:orders")),
            new MetricPoint("aws.lambda.enhanced.duration", 0.5, 1_700_000_000, List.of())),
        logs);
  }

  private static LogEntry log(String id, String message) {
    return new LogEntry(Json.object().put("id", id).put("message", message));
  }

  private static IntakeRequest accepted(Contents contents) {
    return request(202, contents, null);
  }

  private static IntakeRequest refused() {
    return request(400, Contents.NONE, "body is not JSON");
  }

  private static IntakeRequest cut() {
    return request(0, Contents.NONE, null);
  }

  private static IntakeRequest request(int status, Contents contents, @Nullable String problem) {
    return new IntakeRequest(
        0, "POST", "/api/v2/logs", Map.of(), 1234, Payload.of(""), status, contents, problem);
  }
}
