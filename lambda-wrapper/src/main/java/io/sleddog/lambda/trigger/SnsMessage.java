package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of SNS: in a record of an SNS event, or in the body of an SQS message. */
final class SnsMessage {
  private SnsMessage() {}

  static boolean isNotification(Json message) {
    return "Notification".equals(message.get("Type").text()) && message.get("TopicArn").isString();
  }

  /** Where the message carries its trace context. */
  static Json context(Json message) {
    Json eventBridge = EventBridge.context(content(message));
    return eventBridge.isObject()
        ? eventBridge
        : MessageAttributes.datadog(message.get("MessageAttributes"));
  }

  /** What was sent through the topic, if it is an event of EventBridge. */
  private static Json content(Json message) {
    String text = message.get("Message").text();
    return text != null && text.contains("detail-type") && text.contains("_datadog")
        ? Json.parse(text)
        : Json.MISSING;
  }

  /** Adds the span of EventBridge, if that is where the message came from. */
  static void addUpstream(List<InferredSpan> spans, Json message) {
    Json content = content(message);
    if (EventBridge.context(content).isObject()) {
      EventBridge.span(content).endNanos(IsoTime.nanos(message.get("Timestamp"))).addTo(spans);
    }
  }

  static InferredSpan span(Json message) {
    @Nullable String topic = Arns.lastPart(message.get("TopicArn").text());
    InferredSpan span =
        new InferredSpan("aws.sns")
            .resource(topic)
            .service(topic, "lambda_sns", topic, "sns")
            .startNanos(IsoTime.nanos(message.get("Timestamp")));
    Tags tags = span.tags();
    tags.put("operation_name", "aws.sns");
    tags.put("span.kind", "server");
    tags.put("topicname", topic);
    tags.put("topic_arn", message.get("TopicArn"));
    tags.put("message_id", message.get("MessageId"));
    tags.put("type", message.get("Type"));
    tags.put("subject", message.get("Subject"));
    return span;
  }
}
