package io.sleddog.local.testing;

import io.sleddog.local.json.Json;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Payload;
import io.sleddog.local.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sessions that never ran, for tests. */
public final class Sessions {
  private static final String EVENT =
      "{\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"rawPath\":\"/orders\"}";
  private static final String TRACE =
      "{\"traces\":[[{\"trace_id\":\"4000000000000001\",\"span_id\":\"0000000000000001\"},"
          + "{\"trace_id\":\"4000000000000001\",\"span_id\":\"0000000000000002\"}]]}";
  private static final String METRIC =
      "{\"m\":\"orders\",\"v\":1,\"e\":1700000000,\"t\":[\"plan:pro\"]}";

  private Sessions() {}

  /**
   * One invocation of {@code orders} with two spans, one value and two logs, all of which arrived.
   */
  public static Session ofOneOrder() {
    Execution execution =
        Executions.of("orders", EVENT, "Placed <order> 7\n", TRACE, METRIC, "REPORT x\n");
    return new Session(List.of(execution), List.of(), List.of(accepted(arrived(execution))));
  }

  private static Contents arrived(Execution execution) {
    List<LogEntry> logs = new ArrayList<>();
    execution
        .events()
        .forEach(
            event ->
                logs.add(
                    new LogEntry(
                        Json.object().put("id", event.id()).put("message", event.message()))));
    return new Contents(
        List.of(
            Spans.span(1, 0, "aws.lambda", 0, 23_400),
            Spans.failed(
                Spans.span(2, 1, "db.query", 2_000, 12_000), "java.io.IOException", "gone")),
        List.of(
            new MetricPoint(
                "orders", 1, 1_700_000_000, List.of("functionname:orders", "plan:pro"))),
        logs);
  }

  /** A request that the intake took. */
  public static IntakeRequest accepted(Contents contents) {
    return new IntakeRequest(
        0, "POST", "/api/v2/logs", Map.of(), 1234, Payload.of(""), 202, contents, null);
  }
}
