package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Account;
import io.sleddog.local.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SQS, in its JSON protocol. */
final class QueueCalls {
  private final Switchboard switchboard;
  private final RetryQueue retries;

  QueueCalls(Switchboard switchboard, RetryQueue retries) {
    this.switchboard = switchboard;
    this.retries = retries;
  }

  ObjectNode answer(String operation, JsonNode request) {
    if (Route.nameIn(request.path("QueueUrl").asText()).equals(RetryQueue.NAME)) {
      return retries.answer(operation, request);
    }
    return switch (operation) {
      case "SendMessage" -> send(request);
      case "SendMessageBatch" -> sendBatch(request);
      case "GetQueueUrl", "CreateQueue" ->
          Json.object()
              .put("QueueUrl", Account.queueUrl(Switchboard.required(request, "QueueName")));
      default -> throw AwsRefusal.notServed("SQS " + operation);
    };
  }

  private ObjectNode send(JsonNode request) {
    SentMessage sent = SentMessage.of(message(request));
    switchboard.send(queue(request), List.of(sent));
    return answer(sent);
  }

  private ObjectNode sendBatch(JsonNode request) {
    List<SentMessage> batch = new ArrayList<>();
    ObjectNode answer = Json.object();
    ArrayNode successful = answer.putArray("Successful");
    answer.putArray("Failed");
    for (JsonNode entry : request.path("Entries")) {
      SentMessage sent = SentMessage.of(message(entry));
      batch.add(sent);
      successful.add(answer(sent).put("Id", entry.path("Id").asText()));
    }
    switchboard.send(queue(request), batch);
    return answer;
  }

  private static String queue(JsonNode request) {
    return Route.nameIn(Switchboard.required(request, "QueueUrl"));
  }

  private static Message message(JsonNode request) {
    Map<String, Attribute> attributes = new TreeMap<>();
    request
        .path("MessageAttributes")
        .properties()
        .forEach(entry -> attributes.put(entry.getKey(), attribute(entry.getValue())));
    Map<String, String> system = new TreeMap<>();
    request
        .path("MessageSystemAttributes")
        .properties()
        .forEach(
            entry -> system.put(entry.getKey(), entry.getValue().path("StringValue").asText()));
    for (String name : List.of("MessageGroupId", "MessageDeduplicationId")) {
      if (request.path(name).isTextual()) {
        system.put(name, request.path(name).asText());
      }
    }
    return new Message(Switchboard.required(request, "MessageBody"), attributes, system);
  }

  private static Attribute attribute(JsonNode value) {
    String type = value.path("DataType").asText();
    String name = type.startsWith("Binary") ? "BinaryValue" : "StringValue";
    return new Attribute(type, value.path(name).asText());
  }

  private static ObjectNode answer(SentMessage sent) {
    ObjectNode answer =
        Json.object()
            .put("MessageId", sent.id())
            .put("MD5OfMessageBody", Checksums.ofBody(sent.message().body()));
    if (!sent.message().attributes().isEmpty()) {
      String sum = Checksums.ofAttributes(sent.message().attributes());
      answer.put("MD5OfMessageAttributes", sum);
    }
    return answer;
  }
}
