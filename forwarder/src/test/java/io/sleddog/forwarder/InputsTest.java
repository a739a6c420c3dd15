package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.Zstd;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.FakeS3;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every way in which AWS hands logs to the forwarder. */
class InputsTest {
  private static final String CLOUD_TRAIL_KEY =
      "AWSLogs/1/CloudTrail/us-east-1/1_CloudTrail_us-east-1_20260101T0000Z_abc.json.gz";

  private final RecordingIntake intake = new RecordingIntake();
  private final FakeS3 s3 = new FakeS3();
  private final Map<String, String> environment = intake.environment();
  private final FakeContext context = new FakeContext();

  @AfterEach
  void stopServers() {
    intake.close();
    s3.close();
  }

  @Test
  void s3_lines_areLogsOfTheirObject() throws IOException {
    s3.put("logs", "a b/x.log", "one\r\ntwo\n\n  three \nlast".getBytes(StandardCharsets.UTF_8));

    assertThat(handle(s3Event("logs", "a+b/x.log"))).isEqualTo("null");

    assertThat(messages()).containsExactly("one", "two", "three", "last");
    JsonNode log = intake.logs().get(0);
    assertThat(log.at("/aws/s3/bucket").asText()).isEqualTo("logs");
    assertThat(log.at("/aws/s3/key").asText()).isEqualTo("a b/x.log");
    assertThat(log.get("ddsource").asText()).isEqualTo("s3");
    assertThat(log.get("service").asText()).isEqualTo("s3");
    assertThat(log.has("host")).isFalse();
    assertThat(intake.requests("/api/v2/logs").get(0).headers())
        .containsEntry("Dd-storage-tag", "s3");
  }

  @Test
  void s3_packedObjects_areToldByTheirBytes() throws IOException {
    byte[] text = "packed\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bzip2 = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(bzip2)) {
      out.write(text);
    }
    s3.put("b", "gz", Events.gzip(text));
    s3.put("b", "twice", Events.gzip(Events.gzip(text)));
    s3.put("b", "zst", Zstd.compress(text));
    s3.put("b", "bz2", bzip2.toByteArray());
    s3.put("b", "plain.gz", text);

    for (String key : List.of("gz", "twice", "zst", "bz2", "plain.gz")) {
      handle(s3Event("b", key));
    }

    assertThat(messages()).hasSize(5).containsOnly("packed");
  }

  @Test
  void s3_objectThatUnpacksWithoutEnd_isGivenUpInTime() {
    s3.put("b", "bomb", Zstd.compress(Zstd.compress(new byte[256 << 20])));
    s3.put("b", "blank", Zstd.compress("\n".repeat(256 << 20).getBytes(StandardCharsets.UTF_8)));
    context.withRemainingMillis(600);

    for (String key : List.of("bomb", "blank")) {
      assertThatThrownBy(() -> handle(s3Event("b", key)))
          .hasMessageContaining("record 0 not read: s3://b/" + key + ": not read in time");
    }
  }

  @Test
  void s3_severalRecords_areAllRead() throws IOException {
    s3.put("b", "1", "first".getBytes(StandardCharsets.UTF_8));
    s3.put("b", "2", "second".getBytes(StandardCharsets.UTF_8));

    handle(records(s3Record("b", "1"), s3Record("b", "2")));

    assertThat(messages()).containsExactly("first", "second");
  }

  @Test
  void s3_jsonInAllForms_isSplitIntoObjects() throws IOException {
    s3.put("b", "array", "[{\"a\":1},\n {\"b\":\"}\"}]".getBytes(StandardCharsets.UTF_8));
    s3.put("b", "joined", "{\"a\":1}{\"b\":{}}\n".getBytes(StandardCharsets.UTF_8));
    s3.put("b", "pretty", "{\n  \"a\": 1\n}\n{\n  \"b\": 2\n}".getBytes(StandardCharsets.UTF_8));
    s3.put(
        "b", "lines", "{\"a\":1}\n{\"cut\n{\"b\":2}\nno json\n".getBytes(StandardCharsets.UTF_8));
    s3.put("b", "text", "[2026-01-01] x\n{y}".getBytes(StandardCharsets.UTF_8));

    for (String key : List.of("array", "joined", "pretty", "lines", "text")) {
      handle(s3Event("b", key));
    }

    assertThat(messages())
        .containsExactly(
            "{\"a\":1}",
            "{\"b\":\"}\"}",
            "{\"a\":1}",
            "{\"b\":{}}",
            "{\n  \"a\": 1\n}",
            "{\n  \"b\": 2\n}",
            "{\"a\":1}",
            "{\"cut",
            "{\"b\":2}",
            "no json",
            "[2026-01-01] x",
            "{y}");
  }

  @Test
  void s3_deliveriesOfFirehose_areLogsOfTheirGroup() throws IOException {
    String delivery =
        "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"1\",\"logGroup\":\"g\",\"logStream\":\"s\","
            + "\"logEvents\":[{\"id\":\"1\",\"timestamp\":1,\"message\":\"m\"}]}";
    s3.put("b", "k", Events.gzip((delivery + delivery).getBytes(StandardCharsets.UTF_8)));

    handle(s3Event("b", "k"));

    assertThat(messages()).containsExactly("m", "m");
    assertThat(intake.logs().get(0).at("/aws/awslogs/logGroup").asText()).isEqualTo("g");
  }

  @Test
  void s3_cloudTrail_recordsAreLogsThemselves() throws IOException {
    String arn = "arn:aws:sts::1:assumed-role/r/i-08014e4f62ccf762d";
    String text =
        "{\"Records\":[{\"eventName\":\"A\",\"userIdentity\":{\"arn\":\""
            + arn
            + "\"}},"
            + "{\"eventName\":\"B\",\"aws\":{\"s3\":{\"bucket\":\"zz\"}}}]}";
    s3.put("b", CLOUD_TRAIL_KEY, Events.gzip(text.getBytes(StandardCharsets.UTF_8)));

    handle(s3Event("b", CLOUD_TRAIL_KEY));

    assertThat(intake.logs())
        .extracting(log -> log.get("eventName").asText())
        .containsExactly("A", "B");
    assertThat(intake.logs().get(0).get("host").asText()).isEqualTo("i-08014e4f62ccf762d");
    assertThat(intake.logs().get(0).get("ddsource").asText()).isEqualTo("cloudtrail");
    assertThat(intake.logs().get(1).at("/original/aws/s3/bucket").asText()).isEqualTo("zz");
  }

  @Test
  void s3_cloudTrailOfAnotherForm_isText() throws IOException {
    for (String text : List.of("{\"Records\":null}", "{\"x\":1}", "no json", "{\"Records\":[1]}")) {
      s3.put("b", CLOUD_TRAIL_KEY, text.getBytes(StandardCharsets.UTF_8));
      handle(s3Event("b", CLOUD_TRAIL_KEY));
    }

    assertThat(messages())
        .containsExactly("{\"Records\":null}", "{\"x\":1}", "no json", "{\"Records\":[1]}");
  }

  @Test
  void s3_multilinePattern_joinsLines() throws IOException {
    environment.put("DD_MULTILINE_LOG_REGEX_PATTERN", "\\d{4}");
    s3.put("b", "k", "2022a\n at x\n\n2023b\r\n2024c".getBytes(StandardCharsets.UTF_8));
    s3.put("b", "other", "head\n2022b\nrest".getBytes(StandardCharsets.UTF_8));

    handle(s3Event("b", "k"));
    handle(s3Event("b", "other"));

    assertThat(messages())
        .containsExactly("2022a\n at x", "2023b", "2024c", "head", "2022b", "rest");
  }

  @Test
  void s3_vpcFlowLogs_haveNoHeader() throws IOException {
    s3.put("b", "vpcflowlogs/x", "version account\n2 1".getBytes(StandardCharsets.UTF_8));

    handle(s3Event("b", "vpcflowlogs/x"));

    assertThat(messages()).containsExactly("2 1");
  }

  @Test
  void s3_missingObject_failsAndNamesIt() {
    assertThatThrownBy(() -> handle(s3Event("b", "nothing")))
        .hasMessageContaining("s3://b/nothing: s3: status 404, NoSuchKey");
  }

  @Test
  void s3_manyLines_areAllForwarded() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      text.append("line ").append(i).append(" é\n");
    }
    s3.put(
        "b", "k", text.append("x".repeat(2_000_000)).toString().getBytes(StandardCharsets.UTF_8));

    handle(s3Event("b", "k"));

    assertThat(messages()).hasSize(30_003).contains("line 0 é", "line 29999 é");
  }

  @Test
  void sns_notice_isALogItself() throws IOException {
    handle(records("{\"EventSource\":\"aws:sns\",\"Sns\":{\"Message\":\"hi\",\"Type\":\"N\"}}"));

    assertThat(intake.logs())
        .singleElement()
        .satisfies(
            log -> {
              assertThat(log.at("/Sns/Message").asText()).isEqualTo("hi");
              assertThat(log.get("ddsource").asText()).isEqualTo("sns");
              assertThat(log.has("service")).isFalse();
            });
  }

  @Test
  void sns_objectOfS3_isRead() throws IOException {
    s3.put("b", "k", "text".getBytes(StandardCharsets.UTF_8));
    String message = Events.MAPPER.writeValueAsString(text(s3Event("b", "k")));

    handle(records("{\"Sns\":{\"Message\":" + message + "}}"));

    assertThat(messages()).containsExactly("text");
  }

  @Test
  void eventBridge_event_isALogItself() throws IOException {
    handle(bytes("{\"source\":\"aws.guardduty\",\"detail-type\":\"F\",\"detail\":{\"id\":1}}"));

    assertThat(intake.logs())
        .singleElement()
        .satisfies(
            log -> {
              assertThat(log.at("/detail/id").asInt()).isEqualTo(1);
              assertThat(log.get("ddsource").asText()).isEqualTo("guardduty");
              assertThat(log.get("service").asText()).isEqualTo("guardduty");
            });
  }

  @Test
  void eventBridge_objectOfS3_isReadByItsKeyAsItIsOrDecoded() throws IOException {
    s3.put("b", "a+b", "raw".getBytes(StandardCharsets.UTF_8));
    s3.put("b", "c d", "decoded".getBytes(StandardCharsets.UTF_8));

    handle(created("a+b"));
    handle(created("c+d"));

    assertThat(messages()).containsExactly("raw", "decoded");
  }

  @Test
  void sqs_badRecord_comesAgainAlone() throws IOException {
    s3.put("b", "good", "text".getBytes(StandardCharsets.UTF_8));

    String answer =
        handle(
            records(
                sqs("m1", text(s3Event("b", "good"))),
                sqs("m2", text(s3Event("b", "missing"))),
                sqs("m3", "a message that is a log")));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
    assertThat(messages()).containsExactlyInAnyOrder("text", "a message that is a log");
  }

  @Test
  void sqs_everythingWell_answersAnEmptyList() throws IOException {
    assertThat(handle(records(sqs("m1", "x")))).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void sqs_testMessageOfS3_isSkipped() throws IOException {
    handle(records(sqs("m1", "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}")));

    assertThat(intake.logs()).isEmpty();
  }

  @Test
  void sqs_intakeRefuses_listsTheRecords() throws IOException {
    intake.answer("/api/v2/logs", 403);

    assertThat(handle(records(sqs("m1", "x"), sqs("m2", "y"))))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m2\"}]}");
    assertThat(context.logged()).contains("answer 403");
  }

  @Test
  void kinesis_deliveries_areEachReadAlone() throws IOException {
    String answer =
        handle(
            records(
                kinesis("1", delivery("one")),
                kinesis("2", "?".getBytes(StandardCharsets.UTF_8)),
                kinesis("3", new byte[] {0x1f, 0x01}),
                kinesis("4", delivery("two"))));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(messages()).hasSize(4).contains("one", "?", "two");
  }

  @Test
  void kinesis_intakeRefuses_namesTheFirstRecord() throws IOException {
    intake.answer("/api/v2/logs", 403);

    assertThat(handle(records(kinesis("1", delivery("a")), kinesis("2", delivery("b")))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
  }

  @Test
  void unknownRecord_isForwardedAsItCame() throws IOException {
    handle(records("{\"eventSource\":\"aws:dynamodb\",\"dynamodb\":{}}"));

    assertThat(messages()).containsExactly("{\"eventSource\":\"aws:dynamodb\",\"dynamodb\":{}}");
  }

  private List<String> messages() {
    return intake.logs().stream().map(log -> log.get("message").asText()).toList();
  }

  private String handle(byte[] event) throws IOException {
    environment.putAll(s3.environment());
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {})
        .handleRequest(new ByteArrayInputStream(event), answer, context);
    return answer.toString(StandardCharsets.UTF_8);
  }

  private static byte[] s3Event(String bucket, String key) {
    return records(s3Record(bucket, key));
  }

  private static String s3Record(String bucket, String key) {
    return "{\"eventSource\":\"aws:s3\",\"awsRegion\":\"us-east-1\",\"s3\":{\"bucket\":{\"name\":\""
        + bucket
        + "\"},\"object\":{\"key\":\""
        + key
        + "\"}}}";
  }

  private static byte[] created(String key) {
    return bytes(
        "{\"source\":\"aws.s3\",\"detail-type\":\"Object Created\",\"region\":\"us-east-1\","
            + "\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\""
            + key
            + "\"}}}");
  }

  private static String sqs(String id, String body) {
    ObjectNode record = Events.MAPPER.createObjectNode();
    return record.put("eventSource", "aws:sqs").put("messageId", id).put("body", body).toString();
  }

  private static String kinesis(String number, byte[] data) {
    return "{\"kinesis\":{\"sequenceNumber\":\""
        + number
        + "\",\"data\":\""
        + Base64.getEncoder().encodeToString(data)
        + "\"}}";
  }

  private static byte[] delivery(String message) throws IOException {
    ArrayNode events = Events.MAPPER.createArrayNode();
    events.addObject().put("id", "1").put("timestamp", 1).put("message", message);
    ObjectNode delivery = Events.MAPPER.createObjectNode();
    delivery.put("messageType", "DATA_MESSAGE").put("owner", "1");
    delivery.put("logGroup", "g").put("logStream", "s").set("logEvents", events);
    return Events.gzip(Events.MAPPER.writeValueAsBytes(delivery));
  }

  private static byte[] records(String... records) {
    return bytes("{\"Records\":[" + String.join(",", records) + "]}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
