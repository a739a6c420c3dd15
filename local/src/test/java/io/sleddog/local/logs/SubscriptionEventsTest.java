package io.sleddog.local.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SubscriptionEventsTest {
  @Test
  void dataMessage_eventsOfOneStream_areWhatCloudWatchSends() throws Exception {
    LogStream stream = new LogStream("/aws/lambda/orders", "the-stream");
    List<LogEvent> events =
        List.of(new LogEvent("1", 5, "hällo\n", "r"), new LogEvent("2", 6, "{\"m\":1}", null));

    JsonNode message = unpacked(SubscriptionEvents.dataMessage(stream, events));

    assertThat(message)
        .isEqualTo(
            Json.parse(
                "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"123456789012\","
                    + "\"logGroup\":\"/aws/lambda/orders\",\"logStream\":\"the-stream\","
                    + "\"subscriptionFilters\":[\"sleddog-local\"],\"logEvents\":["
                    + "{\"id\":\"1\",\"timestamp\":5,\"message\":\"hällo\\n\"},"
                    + "{\"id\":\"2\",\"timestamp\":6,\"message\":\"{\\\"m\\\":1}\"}]}"));
  }

  @Test
  void controlMessage_isTheHealthCheck() throws Exception {
    JsonNode message = unpacked(SubscriptionEvents.controlMessage(7));

    assertThat(message.path("messageType").asText()).isEqualTo("CONTROL_MESSAGE");
    assertThat(message.path("logGroup").asText()).isEmpty();
    assertThat(message.path("logEvents").size()).isEqualTo(1);
    assertThat(message.path("logEvents").path(0).path("timestamp").asLong()).isEqualTo(7);
  }

  private static JsonNode unpacked(Payload payload) throws IOException {
    String data = Json.parse(payload.text()).path("awslogs").path("data").asText();
    byte[] packed = Base64.getDecoder().decode(data);
    return Json.parse(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
  }
}
