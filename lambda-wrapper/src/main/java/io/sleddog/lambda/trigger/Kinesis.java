package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a Kinesis stream. */
final class Kinesis extends Records {
  Kinesis(Json event) {
    super(event, "kinesis");
  }

  @Override
  Carrier carrier(Json item) {
    String data = data(item).get("data").text();
    return data == null
        ? Carrier.NONE
        : Carrier.of(Json.parse(Base64Text.decode(data)).get("_datadog"));
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    double arrived = data(first).get("approximateArrivalTimestamp").decimal(-1);
    if (!(arrived >= 0 && arrived <= InferredSpan.MOST_MILLIS / 1000)) {
      return;
    }
    @Nullable String stream = stream();
    InferredSpan span = span(stream).startNanos(Math.round(arrived * 1e6) * 1000);
    Tags tags = span.tags();
    tags.put("streamname", stream);
    tags.put("shardid", shard());
    tags.put("event_source_arn", arn());
    tags.put("event_id", first.get("eventID"));
    tags.put("event_name", first.get("eventName"));
    tags.put("event_version", first.get("eventVersion"));
    tags.put("partition_key", data(first).get("partitionKey"));
    spans.add(span);
  }

  /** EventBridge Pipes puts into the record itself what Lambda puts into a part of it. */
  private static Json data(Json item) {
    Json inner = item.get("kinesis");
    return inner.isObject() ? inner : item;
  }

  private @Nullable String stream() {
    // A consumer with a share of its own is named behind the stream.
    String name = Arns.afterSlash(arn().text());
    return name == null ? Arns.lastPart(arn().text()) : name;
  }

  private @Nullable String shard() {
    String id = first.get("eventID").text();
    if (id == null) {
      return null;
    }
    int colon = id.indexOf(':');
    return colon < 0 ? id : id.substring(0, colon);
  }
}
