package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.testing.Executions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "forwarder request_id=r incoming_events=1 logs_stored=2 metrics_stored=3 traces_stored=4 |"
            + " 9 | 0 | 0 | 0",
        "forwarder request_id=r replayed=7 replay_failed=1 | 0 | 7 | 0 | 0",
        "forwarder request_id=r quarantined=1 expired=2 | 0 | 0 | 3 | 0",
        "forwarder request_id=r logs_filtered=5 logs_switched_off=1 | 0 | 0 | 0 | 6",
        "forwarder request_id=r not_delivered=\"1 logs: says logs_stored=99 \" | 0 | 0 | 0 | 0",
        "forwarder request_id=r  | 0 | 0 | 0 | 0",
        "forwarder request_id=r logs_stored=99999999999999999999 | 0 | 0 | 0 | 0",
        "another line logs_stored=9 | 0 | 0 | 0 | 0",
      })
  void of_line_isReadAsItSays(
      String line, long spilled, long replayed, long quarantined, long leftOut) {
    RunCounts counts = RunCounts.of(delivery("START RequestId: r\n", line + "\n"));

    assertThat(counts.spilled()).isEqualTo(spilled);
    assertThat(counts.replayed()).isEqualTo(replayed);
    assertThat(counts.quarantined()).isEqualTo(quarantined);
    assertThat(counts.leftOut()).isEqualTo(leftOut);
  }

  @Test
  void of_twoLines_addsUp() {
    RunCounts counts =
        RunCounts.of(
            delivery(
                "forwarder request_id=r logs_stored=2\n", "forwarder request_id=r logs_stored=3"));

    assertThat(counts.spilled()).isEqualTo(5);
  }

  private static Delivery delivery(String... lines) {
    Execution run = Executions.of("sleddog-forwarder", "{}");
    List<LogEvent> events = Stream.of(lines).map(line -> new LogEvent("e", 1, line, "r")).toList();
    return new Delivery(
        run.stream(), List.of(), new Execution(run.invocation(), run.stream(), events));
  }
}
