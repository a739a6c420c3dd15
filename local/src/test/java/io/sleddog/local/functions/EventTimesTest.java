package io.sleddog.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.json.Json;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimesTest {
  private static final long NOW = 1_795_255_844_567L;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"requestContext\":{\"timeEpoch\":1}} | {\"requestContext\":{\"timeEpoch\":1795255844567}}",
        "{\"Records\":[{\"attributes\":{\"SentTimestamp\":\"1\"}}]} | {\"Records\":[{\"attributes\":{\"SentTimestamp\":\"1795255844567\"}}]}",
        "{\"approximateArrivalTimestamp\":1.5} | {\"approximateArrivalTimestamp\":1795255844.567}",
        "{\"Sns\":{\"Timestamp\":\"2022-01-31T14:13:41.637Z\"}} | {\"Sns\":{\"Timestamp\":\"2026-11-21T10:10:44.567Z\"}}",
        "{\"time\":\"2022-01-31T14:13:41Z\"} | {\"time\":\"2026-11-21T10:10:44Z\"}",
        "{\"time\":\"21/Nov/2026:10:10:44 +0000\"} | {\"time\":\"21/Nov/2026:10:10:44 +0000\"}",
        "{\"timestamp\":\"never\"} | {\"timestamp\":\"never\"}"
      })
  void at_sampleOfOurs_hasThePresentTime(String event, String fresh) {
    Payload payload = EventTimes.at(new NamedEvent("e", Payload.of(event), true), NOW);

    assertThat(Json.parse(payload.text())).isEqualTo(Json.parse(fresh));
  }

  @Test
  void at_eventOfTheUser_staysAsItIs() {
    Payload payload = Payload.of("{\"time\":\"2022-01-31T14:13:41Z\"}");

    assertThat(EventTimes.at(new NamedEvent("e", payload), NOW)).isSameAs(payload);
  }

  @Test
  void at_sampleThatIsNoObject_staysAsItIs() {
    Payload payload = Payload.of("[1]");

    assertThat(EventTimes.at(new NamedEvent("e", payload, true), NOW)).isSameAs(payload);
  }
}
