package io.sleddog.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerSampleTest {
  private static final long NOW = 1_800_000_000_000L;

  private static JsonNode event(String id, CallerContext context) {
    TriggerSample sample =
        TriggerSample.all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    return Json.parse(sample.event(context, () -> 77, NOW).text());
  }

  @Test
  void all_haveATitleAndAtLeastOneContext() {
    List<TriggerSample> all = TriggerSample.all();

    assertThat(all).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(all).allMatch(one -> !one.title().isEmpty() && !one.group().isEmpty());
    assertThat(all).allMatch(one -> one.contexts().get(0) == CallerContext.NONE);
  }

  @Test
  void event_withoutContext_namesNoTrace() {
    for (TriggerSample sample : TriggerSample.all()) {
      String text = sample.event(CallerContext.NONE, () -> 77, NOW).text();

      assertThat(text).as(sample.id()).doesNotContain("x-datadog-trace-id", "traceparent");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http-api, /headers/x-datadog-trace-id",
    "rest-api, /multiValueHeaders/x-datadog-trace-id/0",
    "vpc-lattice, /headers/x-datadog-trace-id/0",
    "app-sync, /request/headers/x-datadog-trace-id",
    "event-bridge, /detail/_datadog/x-datadog-trace-id",
    "direct, /headers/x-datadog-trace-id"
  })
  void event_datadogContext_standsInItsPlace(String id, String place) {
    assertThat(event(id, CallerContext.DATADOG).at(place).asText()).isEqualTo("77");
  }

  @Test
  void event_w3cContext_isOneHeader() {
    assertThat(event("http-api", CallerContext.W3C).at("/headers/traceparent").asText())
        .isEqualTo("00-000000000000004d000000000000004d-000000000000004d-01");
  }

  @ParameterizedTest
  @CsvSource({
    "http-api, /requestContext/timeEpoch, 1800000000000",
    "sqs, /Records/0/attributes/SentTimestamp, 1800000000000",
    "kinesis, /Records/0/kinesis/approximateArrivalTimestamp, 1.8E+9",
    "event-bridge, /time, 2027-01-15T08:00:00Z"
  })
  void event_times_areThePresent(String id, String place, String time) {
    assertThat(event(id, CallerContext.NONE).at(place).asText()).startsWith(time);
  }

  @Test
  void of_aWordThatIsNone_isEmpty() {
    assertThat(CallerContext.of("b3")).isEmpty();
    assertThat(CallerContext.of("w3c")).contains(CallerContext.W3C);
  }
}
