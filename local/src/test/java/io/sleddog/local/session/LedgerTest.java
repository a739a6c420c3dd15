package io.sleddog.local.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Json;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.testing.Executions;
import io.sleddog.local.testing.Spans;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final String TRACE =
      "{\"traces\":[[{\"trace_id\":\"4000000000000001\",\"span_id\":\"0000000000000001\","
          + "\"name\":\"aws.lambda\"},{\"trace_id\":\"4000000000000001\","
          + "\"span_id\":\"0000000000000002\",\"name\":\"db.query\"}]]}\n";
  private static final String METRIC = "{\"m\":\"a\",\"v\":1,\"e\":1700000000,\"t\":[]}\n";

  private final List<Execution> written =
      List.of(Executions.of("f", "{}", TRACE, METRIC, METRIC, "hello\n"));

  @Test
  void of_allArrived_isComplete() {
    Ledger ledger =
        Ledger.of(
            written,
            new Contents(
                List.of(Spans.span(1, 0, "aws.lambda", 0, 10), Spans.span(2, 1, "db.query", 1, 5)),
                List.of(point("a"), point("a"), point("derived")),
                List.of(log("e3"))));

    assertThat(ledger.complete()).isTrue();
    assertThat(ledger.spans()).isEqualTo(new Tally(2, 2, List.of()));
    assertThat(ledger.metrics()).isEqualTo(new Tally(2, 2, List.of()));
    assertThat(ledger.logs()).isEqualTo(new Tally(1, 1, List.of()));
  }

  @Test
  void of_partOfItArrived_namesTheRest() {
    Ledger ledger =
        Ledger.of(
            written,
            new Contents(
                List.of(Spans.span(1, 0, "aws.lambda", 0, 10)), List.of(point("a")), List.of()));

    assertThat(ledger.complete()).isFalse();
    assertThat(ledger.spans().missing()).containsExactly("db.query 0000000000000002");
    assertThat(ledger.metrics()).isEqualTo(new Tally(2, 1, List.of("a 1.0")));
    assertThat(ledger.logs().missing()).containsExactly("hello");
  }

  @Test
  void of_nothingArrived_longLinesAreShortened() {
    List<Execution> one = List.of(Executions.of("f", "{}", "x".repeat(500)));

    Ledger ledger = Ledger.of(one, Contents.NONE);

    assertThat(ledger.logs().missing()).containsExactly("x".repeat(100) + "…");
  }

  private static MetricPoint point(String name) {
    return new MetricPoint(name, 1, 1_700_000_000, List.of("functionname:F"));
  }

  private static LogEntry log(String id) {
    return new LogEntry(Json.object().put("id", id));
  }
}
