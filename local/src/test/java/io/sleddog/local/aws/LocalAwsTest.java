package io.sleddog.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Route;
import io.sleddog.local.model.Route.Source;
import io.sleddog.local.testing.RecordingInbox;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalAwsTest {
  private static final String QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/parcels";
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1_800_000_000_000L), ZoneOffset.UTC);
  private static final List<Route> ROUTES =
      List.of(
          Route.of(Source.QUEUE, "parcels", "sorter"),
          Route.of(Source.TOPIC, "news", "mailer"),
          new Route(Source.TOPIC, "news", "parcels", true, null),
          new Route(Source.TOPIC, "bare", "parcels", true, Json.parse("true")),
          new Route(Source.BUS, "depot", "audit", false, Json.parse("{\"source\":[\"shop\"]}")),
          new Route(Source.BUS, "depot", "parcels", true, Json.parse("{\"source\":[\"sea\"]}")));

  private final RecordingInbox inbox = new RecordingInbox();
  private final LocalAws aws = LocalAws.start(ROUTES, inbox, CLOCK);
  private final URI root = URI.create(aws.environment().get("AWS_ENDPOINT_URL"));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    aws.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> json(String target, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(root)
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> form(Map<String, String> fields) throws Exception {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    return send(
        HttpRequest.newBuilder(root)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpResponse<String> invoke(String function, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve("/2015-03-31/functions/" + function + "/invocations"))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  @Test
  void sendMessage_isARecordOfTheQueue() throws Exception {
    HttpResponse<String> answer =
        json(
            "AmazonSQS.SendMessage",
            "{\"QueueUrl\":\""
                + QUEUE
                + "\",\"MessageBody\":\"hello\",\"MessageGroupId\":\"g\",\"MessageAttributes\":"
                + "{\"kind\":{\"DataType\":\"String\",\"StringValue\":\"large\"},"
                + "\"seal\":{\"DataType\":\"Binary\",\"BinaryValue\":\"AQI=\"}},"
                + "\"MessageSystemAttributes\":{\"AWSTraceHeader\":"
                + "{\"DataType\":\"String\",\"StringValue\":\"Root=1\"}}}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Json.parse(answer.body()).path("MD5OfMessageBody").asText())
        .isEqualTo("5d41402abc4b2a76b9719d911017c592");
    JsonNode record = inbox.event(0).path("Records").path(0);
    assertThat(inbox.heard()).containsExactly("sorter");
    assertThat(record.path("body").asText()).isEqualTo("hello");
    assertThat(record.path("eventSourceARN").asText())
        .isEqualTo("arn:aws:sqs:us-east-1:123456789012:parcels");
    assertThat(record.at("/messageAttributes/kind/stringValue").asText()).isEqualTo("large");
    assertThat(record.at("/messageAttributes/seal/binaryValue").asText()).isEqualTo("AQI=");
    assertThat(record.at("/attributes/AWSTraceHeader").asText()).isEqualTo("Root=1");
    assertThat(record.at("/attributes/MessageGroupId").asText()).isEqualTo("g");
    assertThat(record.at("/attributes/SentTimestamp").asText()).isEqualTo("1800000000000");
  }

  @Test
  void sendMessageBatch_isOneEvent() throws Exception {
    HttpResponse<String> answer =
        json(
            "AmazonSQS.SendMessageBatch",
            "{\"QueueUrl\":\""
                + QUEUE
                + "\",\"Entries\":[{\"Id\":\"a\",\"MessageBody\":\"1\"},"
                + "{\"Id\":\"b\",\"MessageBody\":\"2\"}]}");

    assertThat(Json.parse(answer.body()).at("/Successful/1/Id").asText()).isEqualTo("b");
    assertThat(inbox.heard()).containsExactly("sorter");
    assertThat(inbox.event(0).path("Records")).hasSize(2);
  }

  @Test
  void getQueueUrl_namesTheQueue() throws Exception {
    HttpResponse<String> answer = json("AmazonSQS.GetQueueUrl", "{\"QueueName\":\"parcels\"}");

    assertThat(Json.parse(answer.body()).path("QueueUrl").asText()).isEqualTo(QUEUE);
  }

  @Test
  void publish_reachesFunctionAndQueue() throws Exception {
    Map<String, String> fields = new TreeMap<>();
    fields.put("Action", "Publish");
    fields.put("TopicArn", "arn:aws:sns:us-east-1:123456789012:news");
    fields.put("Message", "hello & good bye");
    fields.put("Subject", "greeting");
    fields.put("MessageAttributes.entry.1.Name", "_datadog");
    fields.put("MessageAttributes.entry.1.Value.DataType", "Binary");
    fields.put("MessageAttributes.entry.1.Value.BinaryValue", "e30=");

    HttpResponse<String> answer = form(fields);

    assertThat(answer.body()).contains("<PublishResult><MessageId>");
    assertThat(inbox.heard()).containsExactly("mailer", "sorter");
    JsonNode notification = inbox.event(0).at("/Records/0/Sns");
    assertThat(notification.path("Message").asText()).isEqualTo("hello & good bye");
    assertThat(notification.path("Subject").asText()).isEqualTo("greeting");
    assertThat(notification.at("/MessageAttributes/_datadog/Value").asText()).isEqualTo("e30=");
    JsonNode inQueue = Json.parse(inbox.event(1).at("/Records/0/body").asText());
    assertThat(inQueue.path("Type").asText()).isEqualTo("Notification");
  }

  @Test
  void publishBatch_bareDelivery_keepsTheAttributes() throws Exception {
    String entry = "PublishBatchRequestEntries.member.";
    Map<String, String> fields = new TreeMap<>();
    fields.put("Action", "PublishBatch");
    fields.put("TopicArn", "arn:aws:sns:us-east-1:123456789012:bare");
    fields.put(entry + "1.Id", "a");
    fields.put(entry + "1.Message", "one");
    fields.put(entry + "2.Id", "b");
    fields.put(entry + "2.Message", "two");
    fields.put(entry + "2.MessageAttributes.entry.1.Name", "size");
    fields.put(entry + "2.MessageAttributes.entry.1.Value.DataType", "Number");
    fields.put(entry + "2.MessageAttributes.entry.1.Value.StringValue", "2");

    assertThat(form(fields).body()).contains("<Id>a</Id>", "<Id>b</Id>", "<Failed/>");

    JsonNode second = inbox.event(1).at("/Records/0");
    assertThat(second.path("body").asText()).isEqualTo("two");
    assertThat(second.at("/messageAttributes/size/dataType").asText()).isEqualTo("Number");
  }

  @Test
  void putEvents_goByTheirPattern() throws Exception {
    HttpResponse<String> answer =
        json(
            "AWSEvents.PutEvents",
            "{\"Entries\":["
                + event("shop", "{\\\"a\\\":1}")
                + ","
                + event("sea", "{}")
                + ","
                + event("none", "{}")
                + ","
                + event("shop", "no object")
                + "]}");

    JsonNode result = Json.parse(answer.body());
    assertThat(result.path("FailedEntryCount").asInt()).isEqualTo(1);
    assertThat(result.at("/Entries/3/ErrorCode").asText()).isEqualTo("MalformedDetail");
    assertThat(inbox.heard())
        .containsExactly("audit", "sorter", "lost: the bus depot as ParcelAccepted");
    assertThat(inbox.event(0).at("/detail/a").asInt()).isEqualTo(1);
    assertThat(inbox.event(0).path("time").asText()).isEqualTo("2027-01-15T08:00:00Z");
    assertThat(inbox.event(1).at("/Records/0/body").asText()).contains("\"source\":\"sea\"");
  }

  private static String event(String source, String detail) {
    return "{\"EventBusName\":\"depot\",\"Source\":\""
        + source
        + "\",\"DetailType\":\"ParcelAccepted\",\"Detail\":\""
        + detail
        + "\"}";
  }

  @ParameterizedTest
  @CsvSource({
    "sorter",
    "sorter:live",
    "arn:aws:lambda:us-east-1:123456789012:function:sorter",
    "123456789012:function:sorter"
  })
  void invoke_byAnyName_waitsForTheAnswer(String name) throws Exception {
    String context =
        Base64.getEncoder().encodeToString("{\"c\":1}".getBytes(StandardCharsets.UTF_8));

    HttpResponse<String> answer = invoke(name, "{\"p\":7}", "X-Amz-Client-Context", context);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    assertThat(inbox.heard()).containsExactly("sorter called with {\"p\":7} {\"c\":1}");
  }

  @Test
  void invoke_functionFails_isAnAnswerThatSaysSo() throws Exception {
    HttpResponse<String> answer = invoke("sorter", "0");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
  }

  @Test
  void invoke_asEvent_isTakenAndNotAwaited() throws Exception {
    HttpResponse<String> answer = invoke("sorter", "", "X-Amz-Invocation-Type", "Event");
    HttpResponse<String> dry = invoke("sorter", "", "X-Amz-Invocation-Type", "DryRun");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(dry.statusCode()).isEqualTo(204);
    assertThat(inbox.heard()).containsExactly("sorter");
  }

  @Test
  void send_toNobody_isLostAndSaid() throws Exception {
    json("AmazonSQS.SendMessage", "{\"QueueUrl\":\"other\",\"MessageBody\":\"x\"}");
    form(Map.of("Action", "Publish", "TargetArn", "arn:x:other", "Message", "x"));

    assertThat(inbox.heard()).containsExactly("lost: the queue other", "lost: the topic other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AmazonSQS.ReceiveMessage | {} | UnsupportedOperation",
        "AmazonSQS.SendMessage | {} | MissingParameter",
        "AmazonSQS.SendMessage | [ | SerializationException",
        "AWSEvents.PutRule | {} | UnsupportedOperation",
        "DynamoDB_20120810.GetItem | {} | UnsupportedOperation",
        "nonsense | {} | UnsupportedOperation"
      })
  void call_thatIsNotServed_isRefusedInAwsWords(String target, String body, String code)
      throws Exception {
    HttpResponse<String> answer = json(target, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Json.parse(answer.body()).path("__type").asText()).isEqualTo(code);
    assertThat(Json.parse(answer.body()).path("message").asText()).isNotEmpty();
  }

  @Test
  void call_thatIsNoSuch_isRefused() throws Exception {
    assertThat(invoke("unknown", "{}").statusCode()).isEqualTo(404);
    assertThat(form(Map.of("Action", "Subscribe")).body()).contains("UnsupportedOperation");
    assertThat(form(Map.of("Action", "Publish")).body()).contains("InvalidParameter");
    assertThat(send(HttpRequest.newBuilder(root.resolve("/bucket/key"))).body())
        .contains("GET /bucket/key");
  }
}
