package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The queue in which the forwarder keeps what it could not deliver. A message is handed out once
 * until it is given back, and stays until it is deleted. A full one refuses what comes. Safe for
 * use by several threads.
 */
final class RetryQueue {
  static final String NAME = "sleddog-forwarder-retry";
  private static final long MOST_CHARACTERS = 64_000_000;

  private final Map<String, Kept> messages = new LinkedHashMap<>();

  /** A message and whether somebody has it just now. */
  private record Kept(String body, JsonNode attributes, boolean out) {
    Kept withOut(boolean now) {
      return new Kept(body, attributes, now);
    }
  }

  /** Its address, as the forwarder's settings have it. */
  static String url() {
    return Account.queueUrl(NAME);
  }

  /** The answer of SQS to a request about this queue. */
  synchronized ObjectNode answer(String operation, JsonNode request) {
    return switch (operation) {
      case "SendMessage" -> send(request);
      case "ReceiveMessage" -> receive();
      case "DeleteMessage" -> delete(handle(request));
      case "ChangeMessageVisibility" -> giveBack(handle(request));
      default -> throw AwsRefusal.notServed("SQS " + operation);
    };
  }

  /** How many messages wait in it. */
  synchronized int size() {
    return messages.size();
  }

  /** What was handed out before and not deleted can be received again. */
  synchronized void giveAllBack() {
    messages.replaceAll((id, kept) -> kept.withOut(false));
  }

  private ObjectNode send(JsonNode request) {
    String body = Switchboard.required(request, "MessageBody");
    long kept = messages.values().stream().mapToLong(message -> message.body().length()).sum();
    if (kept + body.length() > MOST_CHARACTERS) {
      throw new AwsRefusal("OverLimit", "The queue for retries is full: mend the intake");
    }
    String id = UUID.randomUUID().toString();
    messages.put(id, new Kept(body, request.path("MessageAttributes").deepCopy(), false));
    return Json.object().put("MessageId", id).put("MD5OfMessageBody", Checksums.ofBody(body));
  }

  private ObjectNode receive() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("Messages");
    messages.entrySet().stream()
        .filter(entry -> !entry.getValue().out())
        .findFirst()
        .ifPresent(
            entry -> {
              Kept kept = entry.getValue();
              entry.setValue(kept.withOut(true));
              list.addObject()
                  .put("MessageId", entry.getKey())
                  .put("ReceiptHandle", entry.getKey())
                  .put("Body", kept.body())
                  .put("MD5OfBody", Checksums.ofBody(kept.body()))
                  .set("MessageAttributes", kept.attributes());
            });
    return answer;
  }

  private ObjectNode delete(String handle) {
    messages.remove(handle);
    return Json.object();
  }

  private ObjectNode giveBack(String handle) {
    messages.computeIfPresent(handle, (id, kept) -> kept.withOut(false));
    return Json.object();
  }

  private static String handle(JsonNode request) {
    return Switchboard.required(request, "ReceiptHandle");
  }
}
