package io.sleddog.benchmarks.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.json.Json;
import org.junit.jupiter.api.Test;

class EventsTest {
  @Test
  void restApi_read_isJsonOfTwoKilobytes() {
    byte[] event = Events.restApi();
    assertThat(event.length).isBetween(2000, 2100);
    assertThat(Json.parse(event).get("requestContext").get("stage").text()).isEqualTo("prod");
  }
}
