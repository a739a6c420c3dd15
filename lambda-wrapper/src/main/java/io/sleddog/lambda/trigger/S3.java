package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of objects in an S3 bucket. */
final class S3 extends Records {
  S3(Json event) {
    super(event, "s3");
  }

  @Override
  Json arn() {
    return first.get("s3").get("bucket").get("arn");
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    Json bucket = first.get("s3").get("bucket");
    Json object = first.get("s3").get("object");
    @Nullable String name = bucket.get("name").text();
    InferredSpan span = span(name).startNanos(IsoTime.nanos(first.get("eventTime")));
    Tags tags = span.tags();
    tags.put("event_name", first.get("eventName"));
    tags.put("bucketname", name);
    tags.put("bucket_arn", bucket.get("arn"));
    tags.put("object_key", object.get("key"));
    tags.put("object_size", object.get("size"));
    tags.put("object_etag", object.get("eTag"));
    spans.add(span);
  }

  @Override
  public void point(List<Pointer> pointers) {
    for (Json item = first; item.exists(); item = item.next()) {
      String event = item.get("eventName").text();
      if (event != null && event.startsWith("ObjectCreated:")) {
        Json object = item.get("s3").get("object");
        pointers.add(
            new Pointer("aws.s3.object")
                .add(bytes(item.get("s3").get("bucket").get("name").text()))
                .add(bytes(object.get("key").text()))
                .add(bytes(withoutQuotes(object.get("eTag").text()))));
      }
    }
  }

  private static @Nullable String withoutQuotes(@Nullable String tag) {
    return tag == null ? null : tag.replace("\"", "");
  }
}
