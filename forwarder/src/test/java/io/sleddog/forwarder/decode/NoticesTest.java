package io.sleddog.forwarder.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.model.AwsEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records of events, one within the other, and what is found in them. */
class NoticesTest {
  private static final String OBJECT = s3("ObjectCreated:Put", "b", "a+b");
  private static final String NOTICE = records(OBJECT);
  private static final String CREATED =
      "{\"source\":\"aws.s3\",\"detail-type\":\"Object Created\",\"region\":\"eu-west-1\","
          + "\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"a+b\"}}}";

  /** Events, and their parts: what it is, and what it says. */
  static Stream<Arguments> events() {
    return Stream.of(
        arguments("S3", NOTICE, List.of("0 b/a b or a+b in us-east-1")),
        arguments(
            "S3, two of them",
            records(OBJECT, s3("ObjectCreated:Copy", "c", "k")),
            List.of("0 b/a b or a+b in us-east-1", "1 c/k or  in us-east-1")),
        arguments(
            "S3, restored",
            records(s3("ObjectRestore:Completed", "b", "k")),
            List.of("0 b/k or  in us-east-1")),
        arguments(
            "S3, removed",
            records(s3("ObjectRemoved:Delete", "b", "k")),
            List.of("0 unknown no_object")),
        arguments(
            "S3, expired",
            records(s3("LifecycleExpiration:Delete", "b", "k")),
            List.of("0 unknown no_object")),
        arguments("S3, no bucket", records(s3("", "", "k")), List.of("0 unknown no_object")),
        arguments("S3, no key", records(s3("", "b", "")), List.of("0 unknown no_object")),
        arguments("S3, nothing", records("{\"s3\":{}}"), List.of("0 unknown no_object")),
        arguments("S3, no object", records("{\"s3\":5}"), List.of("0 unknown unknown_event")),
        arguments("S3 over SNS", records(sns(NOTICE)), List.of("0 b/a b or a+b in us-east-1")),
        arguments("SNS", records(sns("text")), List.of("0 sns")),
        arguments("SNS, empty", records(sns("")), List.of("0 sns")),
        arguments("SNS, nothing", records("{\"Sns\":{}}"), List.of("0 sns")),
        arguments("SNS, JSON", records(sns("{\"Records\":[{}]}")), List.of("0 sns")),
        arguments(
            "SNS, an object of S3 and something else",
            records(sns(records(OBJECT, "{\"a\":1}"))),
            List.of("0 sns")),
        arguments(
            "SNS, test of S3", records(sns("{\"Event\":\"s3:TestEvent\"}")), List.of("0 test")),
        arguments("S3 over SQS", records(sqs(NOTICE)), List.of("0 b/a b or a+b in us-east-1")),
        arguments(
            "S3 over SNS and SQS",
            records(sqs("{\"Type\":\"Notification\",\"Message\":" + quoted(NOTICE) + "}")),
            List.of("0 b/a b or a+b in us-east-1")),
        arguments(
            "S3 over EventBridge and SQS",
            records(sqs(CREATED)),
            List.of("0 b/a+b or a b in eu-west-1")),
        arguments(
            "S3 over EventBridge, SNS and SQS",
            records(sqs("{\"Type\":\"Notification\",\"Message\":" + quoted(CREATED) + "}")),
            List.of("0 b/a+b or a b in eu-west-1")),
        arguments(
            "S3 over EventBridge and SNS",
            records(sns(CREATED)),
            List.of("0 b/a+b or a b in eu-west-1")),
        arguments(
            "SQS, a message of two objects and one of none",
            records(sqs(records(OBJECT, OBJECT)), sqs("text")),
            List.of("0 b/a b or a+b in us-east-1", "0 b/a b or a+b in us-east-1", "1 sqs text")),
        arguments(
            "SQS, an object that was removed",
            records(sqs(records(s3("ObjectRemoved:Delete", "b", "k")))),
            List.of("0 sqs " + records(s3("ObjectRemoved:Delete", "b", "k")))),
        arguments(
            "SQS, test of S3", records(sqs("{\"Event\":\"s3:TestEvent\"}")), List.of("0 test")),
        arguments(
            "SQS, no text",
            records("{\"eventSource\":\"aws:sqs\"}", "{\"eventSource\":\"aws:sqs\",\"body\":{}}"),
            List.of("0 unknown unknown_event", "1 unknown unknown_event")),
        arguments("SQS, empty", records(sqs("")), List.of("0 sqs ")),
        arguments(
            "S3 over two topics and SQS",
            records(sqs(topic(topic(NOTICE)))),
            List.of("0 b/a b or a+b in us-east-1")),
        arguments("topics without end", records(sqs(topics(9))), List.of("0 sqs " + topics(9))),
        arguments(
            "S3 over two topics",
            records(sns(topic(NOTICE))),
            List.of("0 b/a b or a+b in us-east-1")),
        arguments(
            "dead letter of a subscription",
            records(sqs("{\"awslogs\":{\"data\":\"H4sI\"}}")),
            List.of("0 packed")),
        arguments(
            "no dead letter",
            records(sqs("{\"awslogs\":{\"data\":\"*\"}}"), sqs("{\"awslogs\":7}")),
            List.of("0 sqs {\"awslogs\":{\"data\":\"*\"}}", "1 sqs {\"awslogs\":7}")),
        arguments("test of S3", "{\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}", List.of("0 test")),
        arguments("another test", "{\"Event\":\"test\"}", List.of("0 unknown unknown_event")),
        arguments("Kinesis, text", records(kinesis("dGV4dA==")), List.of("0 kinesis text")),
        arguments("Kinesis, gzip", records(kinesis("H4sI")), List.of("0 packed")),
        arguments("Kinesis, empty", records(kinesis("")), List.of("0 kinesis ")),
        arguments(
            "Kinesis, no Base64", records(kinesis("*")), List.of("0 unknown unreadable_event")),
        arguments(
            "a mixture",
            records(OBJECT, sns("text"), "{\"dynamodb\":{}}", "5"),
            List.of(
                "0 b/a b or a+b in us-east-1",
                "1 sns",
                "2 unknown unknown_event",
                "3 unknown unknown_event")),
        arguments("EventBridge, S3", CREATED, List.of("0 b/a+b or a b in eu-west-1")),
        arguments("EventBridge, S3, without a key", CREATED.replace("a+b", ""), List.of("0 s3")),
        arguments(
            "EventBridge, S3, removed", CREATED.replace("Created", "Deleted"), List.of("0 s3")),
        arguments(
            "EventBridge", "{\"source\":\"aws.guardduty\",\"detail\":{}}", List.of("0 guardduty")),
        arguments(
            "EventBridge, own", "{\"source\":\"com.acme.app\",\"detail\":1}", List.of("0 acme")),
        arguments(
            "EventBridge, word", "{\"source\":\"mine\",\"detail\":{}}", List.of("0 cloudwatch")),
        arguments("EventBridge, null", "{\"source\":null,\"detail\":{}}", List.of("0 cloudwatch")),
        arguments("no source", "{\"detail\":null}", List.of("0 cloudwatch")),
        arguments(
            "no records, but a subscription",
            "{\"Records\":[],\"awslogs\":{\"data\":\"H4sI\"}}",
            List.of("0 packed")),
        arguments(
            "records that are none, and a subscription",
            "{\"Records\":null,\"awslogs\":{\"data\":\"H4sI\"}}",
            List.of("0 packed")),
        arguments("no records", "{\"Records\":[]}", List.of("0 unknown unknown_event")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("events")
  void decode_event_hasItsParts(String name, String event, List<String> parts) {
    DecodedEvent decoded = new EventDecoder().decode(event.getBytes(StandardCharsets.UTF_8));

    assertThat(decoded.parts())
        .extracting(part -> part.record() + " " + describe(part.event()))
        .isEqualTo(parts);
  }

  private static String describe(AwsEvent event) {
    if (event instanceof AwsEvent.S3Object object) {
      String keys = object.key() + " or " + object.otherKey();
      return object.bucket() + "/" + keys + " in " + object.region();
    } else if (event instanceof AwsEvent.Document document) {
      return document.source();
    } else if (event instanceof AwsEvent.Text text) {
      return text.source() + " " + text.text().text();
    } else if (event instanceof AwsEvent.Unknown unknown) {
      return "unknown " + unknown.problem();
    }
    return event instanceof AwsEvent.Test ? "test" : "packed";
  }

  private static String records(String... records) {
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  private static String s3(String event, String bucket, String key) {
    ObjectNode record = Events.MAPPER.createObjectNode();
    record.put("eventSource", "aws:s3").put("awsRegion", "us-east-1").put("eventName", event);
    ObjectNode s3 = record.putObject("s3");
    s3.putObject("bucket").put("name", bucket);
    s3.putObject("object").put("key", key);
    return record.toString();
  }

  private static String sns(String message) {
    return "{\"EventSource\":\"aws:sns\",\"Sns\":{\"Message\":" + quoted(message) + "}}";
  }

  private static String topic(String message) {
    return "{\"Type\":\"Notification\",\"Message\":" + quoted(message) + "}";
  }

  private static String topics(int count) {
    return count == 0 ? NOTICE : topic(topics(count - 1));
  }

  private static String sqs(String body) {
    return "{\"eventSource\":\"aws:sqs\",\"body\":" + quoted(body) + "}";
  }

  private static String kinesis(String data) {
    return "{\"eventSource\":\"aws:kinesis\",\"kinesis\":{\"data\":\"" + data + "\"}}";
  }

  private static String quoted(String text) {
    return Events.MAPPER.createObjectNode().textNode(text).toString();
  }
}
