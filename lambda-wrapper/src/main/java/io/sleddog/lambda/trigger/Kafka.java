package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of Kafka topics, by Amazon MSK or a cluster of the user's own: a list for each partition.
 * The first record that carries a trace stands for all; the others are linked.
 */
final class Kafka implements Trigger {
  private static final int MOST_LINKS = 100;

  private final Json event;
  private final List<Json> records;
  private final Json chosen;

  Kafka(Json event) {
    this.event = event;
    this.records = some(event.get("records"));
    this.chosen = choose(records);
  }

  static boolean matches(Json event) {
    List<Json> records = some(event.get("records"));
    return !records.isEmpty() && records.get(0).get("topic").isString();
  }

  /** As many records as are looked at, of all partitions in turn. */
  private static List<Json> some(Json partitions) {
    List<Json> some = new ArrayList<>();
    Json name = partitions.isObject() ? partitions.first() : Json.MISSING;
    while (name.exists()) {
      Json list = name.next();
      Json item = list.isArray() ? list.first() : Json.MISSING;
      for (; item.exists() && some.size() <= MOST_LINKS; item = item.next()) {
        some.add(item);
      }
      name = list.next();
    }
    return some;
  }

  private static Json choose(List<Json> records) {
    for (Json item : records) {
      for (Json header = item.get("headers").first(); header.exists(); header = header.next()) {
        if (header.getIgnoringCase("x-datadog-trace-id").exists()
            || header.getIgnoringCase("traceparent").exists()) {
          return item;
        }
      }
    }
    return records.get(0);
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
    return Carrier.of(KafkaHeaders.read(chosen.get("headers")));
  }

  @Override
  public List<Carrier> furtherCarriers() {
    List<Carrier> further = new ArrayList<>();
    for (Json item : records) {
      if (item != chosen) {
        further.add(Carrier.of(KafkaHeaders.read(item.get("headers"))));
      }
    }
    return further;
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    @Nullable String cluster = Arns.afterSlash(event.get("eventSourceArn").text());
    InferredSpan span =
        new InferredSpan("aws.msk")
            .resource(chosen.get("topic").text())
            .service(cluster, "lambda_msk", cluster, "msk")
            .startMillis(chosen.get("timestamp").integer(-1));
    Tags tags = span.tags();
    tags.put("operation_name", "aws.msk");
    tags.put("span.kind", "server");
    tags.put("topic", chosen.get("topic"));
    tags.put("partition", chosen.get("partition"));
    tags.put("event_source", event.get("eventSource"));
    tags.put("event_source_arn", event.get("eventSourceArn"));
    spans.add(span);
  }
}
