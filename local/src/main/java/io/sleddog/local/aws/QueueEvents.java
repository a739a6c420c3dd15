package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Account;
import io.sleddog.local.model.Payload;
import java.util.List;

/** A batch of messages as Lambda hands it to a function. */
final class QueueEvents {
  private QueueEvents() {}

  static Payload of(String queue, List<SentMessage> messages, int times, long nowMillis) {
    ObjectNode event = Json.object();
    ArrayNode records = event.putArray("Records");
    messages.forEach(sent -> records.add(record(queue, sent, times, nowMillis)));
    return Payload.of(Json.write(event));
  }

  static ObjectNode record(String queue, SentMessage sent, int times, long nowMillis) {
    Message message = sent.message();
    ObjectNode record =
        Json.object()
            .put("messageId", sent.id())
            .put("receiptHandle", "receipt-" + sent.id())
            .put("body", message.body())
            .put("md5OfBody", Checksums.ofBody(message.body()))
            .put("eventSource", "aws:sqs")
            .put("eventSourceARN", Account.arn("sqs", queue))
            .put("awsRegion", Account.REGION);
    ObjectNode system =
        record
            .putObject("attributes")
            .put("ApproximateReceiveCount", Integer.toString(times))
            .put("SentTimestamp", Long.toString(nowMillis))
            .put("SenderId", Account.ID)
            .put("ApproximateFirstReceiveTimestamp", Long.toString(nowMillis));
    message.system().forEach(system::put);
    ObjectNode attributes = record.putObject("messageAttributes");
    message.attributes().forEach((name, value) -> attributes.set(name, attribute(value)));
    return record;
  }

  private static ObjectNode attribute(Attribute attribute) {
    ObjectNode view =
        Json.object()
            .put(attribute.isBinary() ? "binaryValue" : "stringValue", attribute.value())
            .put("dataType", attribute.type());
    view.putArray("stringListValues");
    view.putArray("binaryListValues");
    return view;
  }
}
