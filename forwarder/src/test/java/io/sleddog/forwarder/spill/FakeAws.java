package io.sleddog.forwarder.spill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.http.HttpAnswer;
import io.sleddog.forwarder.http.HttpRequest;
import io.sleddog.forwarder.http.HttpTransport;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.model.UrlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** As much of S3 and SQS as a store needs, in memory, with pages of two keys. */
final class FakeAws implements HttpTransport {
  final TreeMap<String, String> objects = new TreeMap<>();
  final Map<String, ObjectNode> messages = new LinkedHashMap<>();
  private final Set<String> identities = new HashSet<>();
  int mostMessageLength = Integer.MAX_VALUE;
  int mostMessages = Integer.MAX_VALUE;
  int refusedMessages;
  private int refusal;
  private String code = "";
  private int number;

  /** Refuses all further requests. */
  void refuse(int status, String name) {
    refusal = status;
    code = name;
  }

  /** Puts a message as Datadog's own forwarder does. */
  void putVendorMessage(String kind, String function, String body) {
    ObjectNode message = Events.MAPPER.createObjectNode();
    String id = "m" + ++number;
    message.put("MessageId", id).put("ReceiptHandle", id).put("Body", body);
    ObjectNode attributes = message.putObject("MessageAttributes");
    attributes.putObject("retry_prefix").put("StringValue", kind);
    attributes.putObject("function_prefix").put("StringValue", function);
    messages.put(id, message.put("hidden", false));
  }

  /** Lets the time pass for which messages are hidden. */
  void showAll() {
    messages.values().forEach(message -> message.put("hidden", false));
  }

  @Override
  public synchronized HttpAnswer send(HttpRequest request, Deadline deadline) throws IOException {
    assertSigned(request);
    if (refusal != 0) {
      return answer(refusal, "<Code>" + code + "</Code>");
    }
    String target = request.headers().getOrDefault("x-amz-target", "");
    return target.isEmpty() ? s3(request) : sqs(target, request);
  }

  private static void assertSigned(HttpRequest request) {
    if (!request.headers().containsKey("Authorization")) {
      throw new AssertionError("not signed");
    }
  }

  private HttpAnswer s3(HttpRequest request) {
    URI uri = URI.create(request.url());
    String key = uri.getPath().substring("/bucket/".length());
    if (uri.getRawQuery() != null) {
      return list(uri.getRawQuery());
    }
    switch (request.method()) {
      case "PUT" -> objects.put(key, request.body().text());
      case "DELETE" -> objects.remove(key);
      default -> {
        String object = objects.get(key);
        return object == null ? answer(404, "<Code>NoSuchKey</Code>") : answer(200, object);
      }
    }
    return answer(200, "");
  }

  private HttpAnswer list(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String part : query.split("&", -1)) {
      parameters.put(part.split("=", -1)[0], UrlText.decode(part.split("=", -1)[1]));
    }
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    objects.tailMap(parameters.getOrDefault("start-after", ""), false).keySet().stream()
        .filter(key -> key.startsWith(parameters.get("prefix")))
        .limit(2)
        .forEach(key -> xml.append("<Contents><Key>").append(key).append("</Key></Contents>"));
    return answer(200, xml.append("</ListBucketResult>").toString());
  }

  private HttpAnswer sqs(String target, HttpRequest request) throws IOException {
    JsonNode json = Events.MAPPER.readTree(request.body().text());
    if (json.path("MessageBody").asText().length() > mostMessageLength) {
      return answer(400, "{\"__type\":\"InvalidParameterValue\"}");
    } else if (json.has("MessageBody") && messages.size() >= mostMessages) {
      refusedMessages++;
      return answer(400, "{\"__type\":\"OverLimit\"}");
    }
    switch (target) {
      case "AmazonSQS.SendMessage" -> {
        ObjectNode message = Events.MAPPER.createObjectNode();
        String id = "m" + ++number;
        message.put("MessageId", id).put("ReceiptHandle", id);
        message.set("Body", json.get("MessageBody"));
        message.set("MessageAttributes", json.get("MessageAttributes"));
        message.put("hidden", json.path("DelaySeconds").asInt() > 0);
        if (isNew(json)) {
          messages.put(id, message);
        }
      }
      case "AmazonSQS.DeleteMessage" -> messages.remove(json.get("ReceiptHandle").asText());
      case "AmazonSQS.ReceiveMessage" -> {
        return receive();
      }
      default -> {
        return answer(200, "{}");
      }
    }
    return answer(200, "{}");
  }

  /** A FIFO queue wants a group and an identity, and takes each identity once. */
  private boolean isNew(JsonNode json) {
    if (!json.get("QueueUrl").asText().endsWith(".fifo")) {
      return true;
    } else if (json.path("MessageGroupId").asText().isEmpty() || json.has("DelaySeconds")) {
      throw new AssertionError("not for a FIFO queue: " + json);
    }
    return identities.add(json.get("MessageDeduplicationId").asText());
  }

  private HttpAnswer receive() {
    ObjectNode answer = Events.MAPPER.createObjectNode();
    ArrayNode list = answer.putArray("Messages");
    for (ObjectNode message : List.copyOf(messages.values())) {
      if (list.isEmpty() && !message.get("hidden").asBoolean()) {
        message.put("hidden", true);
        list.add(message);
      }
    }
    return answer(200, answer.toString());
  }

  private static HttpAnswer answer(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new HttpAnswer(status, Map.of(), new ByteArrayInputStream(bytes));
  }
}
