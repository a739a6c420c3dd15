package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.tag.Tags;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
    span.addTo(spans);
  }

  @Override
  public void point(List<Pointer> pointers) {
    for (Json item = first; item.exists(); item = item.next()) {
      String event = item.get("eventName").text();
      if (event != null && event.startsWith("ObjectCreated:")) {
        point(pointers, item.get("s3"));
      }
    }
  }

  /**
   * Adds the object's pointer by its key as the event has it, as Datadog's libraries do, and by the
   * key as its writer had it: in an event keys are encoded as in a URL.
   */
  private static void point(List<Pointer> pointers, Json s3) {
    String bucket = s3.get("bucket").get("name").text();
    String key = s3.get("object").get("key").text();
    String tag = s3.get("object").get("eTag").text();
    if (bucket == null || key == null || tag == null) {
      return;
    }
    pointers.add(pointer(bucket, key, tag));
    String decoded = decode(key);
    if (!decoded.equals(key)) {
      pointers.add(pointer(bucket, decoded, tag));
    }
  }

  private static Pointer pointer(String bucket, String key, String tag) {
    return new Pointer("aws.s3.object")
        .add(bytes(bucket))
        .add(bytes(key))
        .add(bytes(tag.replace("\"", "")));
  }

  private static String decode(String key) {
    if (key.indexOf('%') < 0 && key.indexOf('+') < 0) {
      return key;
    }
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return key;
    }
  }
}
