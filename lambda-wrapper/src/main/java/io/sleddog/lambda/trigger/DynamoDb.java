package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of a DynamoDB table. */
final class DynamoDb extends Records {
  DynamoDb(Json event) {
    super(event, "dynamodb");
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    Json change = first.get("dynamodb");
    long seconds = change.get("ApproximateCreationDateTime").integer(-1);
    @Nullable String table = Arns.afterSlash(arn().text());
    InferredSpan span = span(table).startMillis(seconds < 0 ? seconds : seconds * 1000);
    Tags tags = span.tags();
    tags.put("tablename", table);
    tags.put("event_source_arn", arn());
    tags.put("event_id", first.get("eventID"));
    tags.put("event_name", first.get("eventName"));
    tags.put("event_version", first.get("eventVersion"));
    tags.put("stream_view_type", change.get("StreamViewType"));
    tags.put("size_bytes", change.get("SizeBytes"));
    span.addTo(spans);
  }

  @Override
  public @Nullable String streamViewType() {
    return first.get("dynamodb").get("StreamViewType").text();
  }

  @Override
  public void point(List<Pointer> pointers) {
    String table = Arns.afterSlash(arn().text());
    for (Json item = first; table != null && item.exists(); item = item.next()) {
      Json one = item.get("dynamodb").get("Keys").first();
      Json other = one.next().next();
      if (isKey(one) && (!other.exists() || isKey(other))) {
        boolean ordered = !other.exists() || name(one).compareTo(name(other)) <= 0;
        Pointer pointer = new Pointer("aws.dynamodb.item").add(bytes(table));
        addKey(pointer, ordered ? one : other);
        addKey(pointer, ordered ? other : one);
        pointers.add(pointer);
      }
    }
  }

  private static boolean isKey(Json name) {
    return name.isString() && name.next().first().next().isString();
  }

  private static String name(Json key) {
    return String.valueOf(key.text());
  }

  /** Adds a key's name and its value, whose type is the name of its only member. */
  private static void addKey(Pointer pointer, Json key) {
    Json type = key.next().first();
    String value = type.next().text();
    boolean binary = value != null && "B".equals(type.text());
    pointer
        .add(bytes(key.text()))
        .add(binary ? Base64Text.decode(name(type.next())) : bytes(value));
  }
}
