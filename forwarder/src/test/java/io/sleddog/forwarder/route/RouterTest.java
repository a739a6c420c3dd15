package io.sleddog.forwarder.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.sleddog.forwarder.fixture.Records;
import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.TraceLine;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
  private final Router router = new Router();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        "{\"m\":\"a\",\"v\":true,\"e\":1,\"t\":[]}",
        "{\"m\":5,\"v\":1,\"e\":1,\"t\":[]}",
        "{\"m\":\"a\",\"v\":1,\"e\":\"now\",\"t\":[]}",
        "{\"m\":\"a\",\"v\":1e999,\"e\":1,\"t\":[]}",
        "{\"traces\":[[{\"trace_id\":\"1\"},5]]}",
        "{\"traces\":[[{\"trace_id\":\"1\",\"start\":\"never\"}]]}",
        "{\"traces\":[[{\"trace_id\":\"1\",\"start\":{}}]]}",
        "{\"traces\":[[{\"trace_id\":\"1\",\"start\":1},{\"trace_id\":\"1\",\"start\":\"\"}]]}",
        "{\"traces\":[[{\"span_id\":\"1\"}]]}",
        "{\"traces\":[5]}"
      })
  void route_nearlyALine_staysALog(String message) throws IOException {
    LogRecord record = Records.of(message);

    assertThat(router.route(record)).containsExactly(record);
  }

  @Test
  void route_metricLine_hasTheTagsOfItsLogBehindItsOwn() throws IOException {
    List<Item> items =
        router.route(Records.of("{\"m\":\"a\",\"v\":1,\"e\":2.9,\"t\":[\"x:y\",5]}"));

    assertThat(items)
        .containsExactly(
            new MetricPoint(
                "a",
                1,
                2,
                List.of(
                    "x:y",
                    "5",
                    "function_arn:" + Records.FUNCTION.text(),
                    "env:none",
                    "service:orders")));
  }

  @Test
  void route_traceLine_keepsItsText() throws IOException {
    String line = "{\"traces\":[[{\"trace_id\":\"ff\",\"error\":1}]],\"more\":1}";

    assertThat(router.route(Records.of(line)).get(0))
        .isInstanceOfSatisfying(
            TraceLine.class,
            trace -> {
              assertThat(trace.text()).isEqualTo(line);
              assertThat(trace.spans().get(0).ids().traceId()).isEqualTo(255);
              assertThat(trace.spans().get(0).error()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Task timed out after 3.00 seconds, true",
    "x Task\ttimed  out after 3 seconds y, true",
    "Task timed out after a while, false",
    "Task Task timed out after 1.5 seconds, true",
    "Task timed out, false"
  })
  void isTimeout_message_isLambdasOwn(String message, boolean timeout) {
    assertThat(PlatformWords.isTimeout(message)).isEqualTo(timeout);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REPORT RequestId: a-b Duration: 3500 ms Billed Duration: 3500 ms Memory Size: 128 MB "
            + "Max Memory Used: 90 MB | 7.49168125e-06",
        "REPORT RequestId: a Duration: 1 ms Billed Duration: 30000 ms Memory Size: 128 MB "
            + "Max Memory Used: 90 MB Init Duration: 5 ms | 6.2700125e-05"
      })
  void route_report_hasItsCost(String message, double cost) throws IOException {
    List<Item> items = router.route(Records.of(message));

    assertThat(items)
        .filteredOn(item -> item instanceof MetricPoint)
        .extracting(item -> (MetricPoint) item)
        .filteredOn(point -> point.name().equals("aws.lambda.enhanced.estimated_cost"))
        .singleElement()
        .satisfies(point -> assertThat(point.value()).isCloseTo(cost, offset(1e-18)));
    assertThat(items.get(items.size() - 1)).isInstanceOf(LogRecord.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REPORT",
        "REPORT RequestId: a Duration: x ms",
        "REPORT RequestId: a Duration: 1.2.3 ms Billed Duration: 1 ms",
        "REPORT RequestId: a Duration: 1 ms Billed Duration: 1 ms Memory Size: 1 MB"
      })
  void read_reportThatIsNotWhole_isNone(String message) {
    assertThat(ReportReader.read(message)).isNull();
  }
}
