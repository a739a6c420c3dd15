package io.sleddog.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import org.junit.jupiter.api.Test;

class RetryQueueTest {
  private final RetryQueue queue = new RetryQueue();

  @Test
  void receive_empty_hasNoMessage() {
    assertThat(receive()).isEmpty();
    assertThat(queue.size()).isZero();
  }

  @Test
  void receive_sent_givesBodyAndAttributesOnce() {
    send("one");

    JsonNode message = receive().path(0);

    assertThat(message.path("Body").asText()).isEqualTo("one");
    assertThat(message.path("MessageAttributes").path("name").path("StringValue").asText())
        .isEqualTo("n");
    assertThat(message.path("MD5OfBody").asText()).isEqualTo("f97c5d29941bfb1b2fdab0874906ab82");
    assertThat(receive()).isEmpty();
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void giveBack_one_canBeReceivedAgain() {
    send("one");
    send("two");
    String handle = handle(receive().path(0));
    assertThat(receive().path(0).path("Body").asText()).isEqualTo("two");

    queue.answer("ChangeMessageVisibility", Json.object().put("ReceiptHandle", handle));

    assertThat(receive().path(0).path("Body").asText()).isEqualTo("one");
  }

  @Test
  void giveAllBack_all_canBeReceivedAgain() {
    send("one");
    receive();

    queue.giveAllBack();

    assertThat(receive()).hasSize(1);
  }

  @Test
  void delete_received_isGone() {
    send("one");

    queue.answer("DeleteMessage", Json.object().put("ReceiptHandle", handle(receive().path(0))));
    queue.giveAllBack();

    assertThat(receive()).isEmpty();
    assertThat(queue.size()).isZero();
  }

  @Test
  void send_fullQueue_isRefused() {
    String large = "x".repeat(33_000_000);
    send(large);

    assertThatThrownBy(() -> send(large))
        .isInstanceOf(AwsRefusal.class)
        .hasMessageContaining("is full");
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void answer_otherOperation_isRefused() {
    assertThatThrownBy(() -> queue.answer("PurgeQueue", Json.object()))
        .isInstanceOf(AwsRefusal.class)
        .hasMessageContaining("SQS PurgeQueue");
  }

  @Test
  void send_withoutBody_isRefused() {
    assertThatThrownBy(() -> queue.answer("SendMessage", Json.object()))
        .isInstanceOf(AwsRefusal.class)
        .hasMessageContaining("MessageBody");
  }

  private void send(String body) {
    ObjectNode request = Json.object().put("MessageBody", body);
    request
        .putObject("MessageAttributes")
        .putObject("name")
        .put("DataType", "String")
        .put("StringValue", "n");
    queue.answer("SendMessage", request);
  }

  private JsonNode receive() {
    return queue.answer("ReceiveMessage", Json.object()).path("Messages");
  }

  private static String handle(JsonNode message) {
    return message.path("ReceiptHandle").asText();
  }
}
