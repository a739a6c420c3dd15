package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages of an SQS queue, which may have come by way of SNS or EventBridge, or both. */
final class Sqs extends Records {
  Sqs(Json event) {
    super(event, "sqs");
  }

  @Override
  Carrier carrier(Json item) {
    String awsTraceHeader = item.get("attributes").get("AWSTraceHeader").text();
    return Carrier.of(context(item)).withAwsTraceHeader(awsTraceHeader);
  }

  private static Json context(Json item) {
    Json body = body(item);
    Json eventBridge = EventBridge.context(body);
    if (eventBridge.isObject()) {
      return eventBridge;
    }
    return SnsMessage.isNotification(body)
        ? SnsMessage.context(body)
        : MessageAttributes.datadog(item.get("messageAttributes"));
  }

  /** The message itself, if it is a JSON object. Most are none, or not by these services. */
  private static Json body(Json item) {
    String text = item.get("body").text();
    boolean promising =
        text != null
            && text.startsWith("{")
            && (text.contains("_datadog") || text.contains("Topic"));
    return promising ? Json.parse(text) : Json.MISSING;
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    long sent = first.get("attributes").get("SentTimestamp").integer(-1);
    if (sent < 0 || sent > InferredSpan.MOST_MILLIS) {
      return;
    }
    addUpstream(spans, body(first), sent * 1_000_000);
    spans.add(span(sent));
  }

  private static void addUpstream(List<InferredSpan> spans, Json body, long sentNanos) {
    if (EventBridge.context(body).isObject()) {
      EventBridge.span(body).endNanos(sentNanos).addTo(spans);
    } else if (SnsMessage.isNotification(body)) {
      SnsMessage.addUpstream(spans, body);
      SnsMessage.span(body).endNanos(sentNanos).addTo(spans);
    }
  }

  private InferredSpan span(long sentMillis) {
    @Nullable String queue = Arns.lastPart(arn().text());
    InferredSpan span = span(queue).startMillis(sentMillis);
    Tags tags = span.tags();
    tags.put("queuename", queue);
    tags.put("event_source_arn", arn());
    tags.put("receipt_handle", first.get("receiptHandle"));
    tags.put("sender_id", first.get("attributes").get("SenderId"));
    return span;
  }
}
