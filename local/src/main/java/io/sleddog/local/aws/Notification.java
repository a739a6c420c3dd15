package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Account;
import io.sleddog.local.model.Payload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was published to a topic.
 *
 * @param id the id that the topic gave it
 * @param topic the topic's name
 * @param subject null if it has none
 * @param content text and attributes
 * @param time when, as ISO 8601
 */
record Notification(
    String id, String topic, @Nullable String subject, Message content, String time) {
  /** As a function gets it that is subscribed to the topic. */
  Payload event() {
    ObjectNode event = Json.object();
    ObjectNode record =
        event
            .putArray("Records")
            .addObject()
            .put("EventSource", "aws:sns")
            .put("EventVersion", "1.0")
            .put("EventSubscriptionArn", arn() + ":local");
    record.set("Sns", envelope());
    return Payload.of(Json.write(event));
  }

  /** As a queue gets it: in its envelope, or bare with its attributes. */
  Message message(boolean bare) {
    return bare ? content : new Message(Json.write(envelope()), Map.of(), Map.of());
  }

  private ObjectNode envelope() {
    ObjectNode envelope =
        Json.object()
            .put("Type", "Notification")
            .put("MessageId", id)
            .put("TopicArn", arn())
            .put("Subject", subject)
            .put("Message", content.body())
            .put("Timestamp", time)
            .put("SignatureVersion", "1");
    ObjectNode attributes = envelope.putObject("MessageAttributes");
    content
        .attributes()
        .forEach(
            (name, one) ->
                attributes.putObject(name).put("Type", one.type()).put("Value", one.value()));
    return envelope;
  }

  private String arn() {
    return Account.arn("sns", topic);
  }
}
