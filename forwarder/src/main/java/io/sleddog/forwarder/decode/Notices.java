package io.sleddog.forwarder.decode;

import io.sleddog.forwarder.json.JsonTree;
import io.sleddog.forwarder.model.AwsEvent;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.UrlText;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads what S3, SNS, SQS, Kinesis and EventBridge hand over, one within the other. */
final class Notices {
  private static final int GZIP = 0x1f;

  /** A topic can send to a queue whose messages go to another topic. */
  private static final int MOST_TOPICS = 3;

  private Notices() {}

  /** What is in one element of {@code Records}. */
  static List<AwsEvent> record(Slice record, JsonTree tree) {
    if (tree.at("s3").isObject()) {
      return List.of(s3(tree).orElse(new AwsEvent.Unknown(record, "no_object")));
    } else if (tree.at("Sns").isObject()) {
      List<AwsEvent> inner = notice(tree.at("Sns").at("Message").text());
      return inner.isEmpty() ? List.of(new AwsEvent.Document(record, "sns", false)) : inner;
    } else if (tree.at("kinesis").isObject()) {
      return kinesis(record, tree.at("kinesis").at("data").text());
    } else if (tree.at("eventSource").text().equals("aws:sqs") && tree.at("body").isText()) {
      return sqs(tree.at("body").text());
    }
    return List.of(new AwsEvent.Unknown(record, "unknown_event"));
  }

  /** An event of EventBridge: an object that was made in S3, or a log itself. */
  static AwsEvent eventBridge(Slice event) {
    JsonTree tree = JsonTree.of(event.array(), event.offset(), event.length());
    return createdObject(tree).orElse(new AwsEvent.Document(event, source(tree), true));
  }

  /**
   * A message of a queue: a notice of S3, an event that a function did not take and that Lambda put
   * into its dead-letter queue, or a log itself.
   */
  private static List<AwsEvent> sqs(String body) {
    List<AwsEvent> inner = notice(body);
    if (!inner.isEmpty()) {
      return inner;
    }
    Slice text = Slice.of(body);
    String data = tree(body).at("awslogs").at("data").text();
    return List.of(data.isEmpty() ? new AwsEvent.Text(text, "sqs") : packed(text, data));
  }

  private static AwsEvent packed(Slice event, String data) {
    try {
      return new AwsEvent.Packed(Slice.of(Base64.getDecoder().decode(data)), event);
    } catch (IllegalArgumentException e) {
      return new AwsEvent.Text(event, "sqs");
    }
  }

  /**
   * Objects that a text tells of, in either of the forms of S3, itself or as the message of a
   * topic; none if it is something else, or tells of other things, too, which then would be lost.
   */
  private static List<AwsEvent> notice(String text) {
    JsonTree tree = tree(text);
    for (int level = 0; level < MOST_TOPICS && isOfTopic(tree); level++) {
      tree = tree(tree.at("Message").text());
    }
    if (isTest(tree)) {
      return List.of(new AwsEvent.Test());
    }
    List<AwsEvent> objects = new ArrayList<>();
    boolean complete = true;
    for (JsonTree record : tree.at("Records").elements()) {
      Optional<AwsEvent> object = s3(record);
      object.ifPresent(objects::add);
      complete &= object.isPresent();
    }
    createdObject(tree).ifPresent(objects::add);
    return complete ? objects : List.of();
  }

  private static boolean isOfTopic(JsonTree tree) {
    return tree.at("Type").text().equals("Notification");
  }

  /** Whether S3 only tries whether its events arrive. */
  static boolean isTest(JsonTree event) {
    return event.at("Event").text().equals("s3:TestEvent");
  }

  /** The object that a record tells of; empty if it names none, or one that was removed. */
  private static Optional<AwsEvent> s3(JsonTree record) {
    String bucket = record.at("s3").at("bucket").at("name").text();
    String key = record.at("s3").at("object").at("key").text();
    String event = record.at("eventName").text();
    boolean removed = event.startsWith("ObjectRemoved") || event.startsWith("LifecycleExpiration");
    if (bucket.isEmpty() || key.isEmpty() || removed) {
      return Optional.empty();
    }
    String decoded = UrlText.decode(key);
    String other = decoded.equals(key) ? "" : key;
    return Optional.of(
        new AwsEvent.S3Object(bucket, decoded, other, record.at("awsRegion").text()));
  }

  /** EventBridge is said to send keys as they are; an encoded one is tried second. */
  private static Optional<AwsEvent> createdObject(JsonTree tree) {
    JsonTree detail = tree.at("detail");
    String bucket = detail.at("bucket").at("name").text();
    String key = detail.at("object").at("key").text();
    boolean created =
        tree.at("source").text().equals("aws.s3")
            && tree.at("detail-type").text().contains("Object Created")
            && !bucket.isEmpty()
            && !key.isEmpty();
    if (!created) {
      return Optional.empty();
    }
    String decoded = UrlText.decode(key);
    String other = decoded.equals(key) ? "" : decoded;
    return Optional.of(new AwsEvent.S3Object(bucket, key, other, tree.at("region").text()));
  }

  private static List<AwsEvent> kinesis(Slice record, String data) {
    try {
      List<AwsEvent> events = new ArrayList<>();
      for (Slice bytes : AggregatedRecord.split(Base64.getDecoder().decode(data))) {
        boolean packed = bytes.length() > 0 && bytes.array()[bytes.offset()] == GZIP;
        events.add(
            packed ? new AwsEvent.Packed(bytes, record) : new AwsEvent.Text(bytes, "kinesis"));
      }
      return events;
    } catch (IllegalArgumentException e) {
      return List.of(new AwsEvent.Unknown(record, "unreadable_event"));
    }
  }

  /** The second word of the event's source, as {@code guardduty} in {@code aws.guardduty}. */
  private static String source(JsonTree tree) {
    String[] words = tree.at("source").text().split("\\.", -1);
    return words.length > 1 ? words[1] : "cloudwatch";
  }

  private static JsonTree tree(String text) {
    Slice bytes = Slice.of(text);
    return JsonTree.of(bytes.array(), bytes.offset(), bytes.length());
  }
}
