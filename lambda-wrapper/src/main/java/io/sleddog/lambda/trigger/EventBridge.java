package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of an EventBridge bus. */
final class EventBridge implements Trigger {
  private final Json event;

  EventBridge(Json event) {
    this.event = event;
  }

  /** Where an event carries its trace context. */
  static Json context(Json event) {
    return event.get("detail").get("_datadog");
  }

  @Override
  public String source() {
    return "eventbridge";
  }

  @Override
  public @Nullable Object sourceArn(FunctionArn function) {
    return null;
  }

  @Override
  public Carrier carrier() {
    return Carrier.of(context(event));
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    span(event).addTo(spans);
  }

  static InferredSpan span(Json event) {
    String source = event.get("source").text();
    InferredSpan span =
        new InferredSpan("aws.eventbridge")
            .resource(source)
            .service(source, "lambda_eventbridge", source, "eventbridge")
            .startNanos(startNanos(event));
    Tags tags = span.tags();
    tags.put("operation_name", "aws.eventbridge");
    tags.put("span.kind", "server");
    tags.put("detail_type", event.get("detail-type"));
    return span;
  }

  /** When it was sent: by the sender's own clock if it told, which knows fractions of a second. */
  private static long startNanos(Json event) {
    long time = IsoTime.nanos(event.get("time"));
    Json context = context(event);
    long sentNanos = context.get("x-datadog-start-time").integer(-1) * 1_000_000;
    if (time == InferredSpan.UNKNOWN ? sentNanos > 0 : isNear(sentNanos, time)) {
      return sentNanos;
    }
    Json entered = context.get("State").get("EnteredTime");
    return entered.isString() ? IsoTime.nanos(entered) : time;
  }

  /** Whether a clock agrees with AWS's within an hour. */
  private static boolean isNear(long nanos, long time) {
    return nanos > 0 && Math.abs(nanos - time) < 3_600_000_000_000L;
  }
}
