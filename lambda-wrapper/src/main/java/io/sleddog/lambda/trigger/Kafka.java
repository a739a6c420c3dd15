package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of Kafka topics, by Amazon MSK. */
final class Kafka implements Trigger {
  private final Json event;

  /** The records of the first partition. */
  private final Json records;

  Kafka(Json event) {
    this.event = event;
    this.records = event.get("records").first().next();
  }

  static boolean matches(Json event) {
    return event.get("records").first().next().first().get("topic").isString();
  }

  @Override
  public String source() {
    return "msk";
  }

  @Override
  public Json sourceArn(FunctionArn function) {
    return event.get("eventSourceArn");
  }

  @Override
  public Carrier carrier() {
    return Carrier.of(KafkaHeaders.read(records.first().get("headers")));
  }

  @Override
  public List<Carrier> furtherCarriers() {
    List<Carrier> further = new ArrayList<>();
    for (Json item = records.first().next(); item.exists(); item = item.next()) {
      further.add(Carrier.of(KafkaHeaders.read(item.get("headers"))));
    }
    return further;
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    Json first = records.first();
    @Nullable String cluster = Arns.afterSlash(event.get("eventSourceArn").text());
    InferredSpan span =
        new InferredSpan("aws.msk")
            .resource(first.get("topic").text())
            .service(cluster, "lambda_msk", cluster, "msk")
            .startMillis(first.get("timestamp").integer(0));
    Tags tags = span.tags();
    tags.put("operation_name", "aws.msk");
    tags.put("span.kind", "server");
    tags.put("topic", first.get("topic"));
    tags.put("partition", first.get("partition"));
    tags.put("event_source", event.get("eventSource"));
    tags.put("event_source_arn", event.get("eventSourceArn"));
    spans.add(span);
  }
}
