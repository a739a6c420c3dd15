package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The SDK's own clients, made as a user makes them, against a stub. */
@SuppressWarnings("unchecked") // The SDK takes the builders of a batch as varargs.
class SdkInterceptorTest {
  private final RecordingSink sink = new RecordingSink();
  private final RecordingWarnings warnings = new RecordingWarnings();
  private final InvocationRunner runner =
      new InvocationRunner(
          new Instrumentation(
              new Environment(Map.of("AWS_LAMBDA_FUNCTION_NAME", "orders"), warnings),
              warnings,
              new FakeClock(),
              sink,
              1));
  private AwsStub aws;

  @BeforeEach
  void start() throws IOException {
    aws = new AwsStub();
  }

  @AfterEach
  void stop() {
    aws.close();
    assertThat(warnings.messages()).isEmpty();
  }

  @Test
  void sendMessage_inAnInvocation_makesAClientSpanAndCarriesIt() {
    SqsClient client = sqs(aws);
    Json span = call(() -> client.sendMessage(b -> b.queueUrl("http://x/q").messageBody("hi")));
    assertThat(span.get("name").text()).isEqualTo("aws.http");
    assertThat(span.get("service").text()).isEqualTo("sqs");
    assertThat(span.get("resource").text()).isEqualTo("Sqs.SendMessage");
    Json meta = span.get("meta");
    assertThat(meta.get("aws.requestId").text()).isEqualTo("request-7");
    assertThat(meta.get("aws.operation").text()).isEqualTo("SendMessage");
    assertThat(meta.get("aws.queue.url").text()).isEqualTo("http://x/q");
    assertThat(meta.get("http.status_code").text()).isEqualTo("200");
    assertThat(span.get("metrics").get("retry_attempts").integer(-1)).isZero();
    Json attribute = Json.parse(aws.body()).get("MessageAttributes").get("_datadog");
    assertThat(attribute.get("DataType").text()).isEqualTo("String");
    assertCarries(Json.parse(attribute.get("StringValue").text()), span);
    assertThat(aws.header("X-datadog-parent-id")).isEqualTo(parentId(span));
  }

  @Test
  void sendMessage_tenAttributesAlready_getsNoEleventh() {
    Map<String, MessageAttributeValue> ten = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      ten.put("a" + i, MessageAttributeValue.builder().dataType("String").stringValue("v").build());
    }
    SqsClient client = sqs(aws);
    call(
        () ->
            client.sendMessage(
                b -> b.queueUrl("http://x/q").messageBody("hi").messageAttributes(ten)));
    assertThat(aws.body()).contains("\"a9\"").doesNotContain("_datadog");
  }

  @Test
  void sendMessage_nearTheLimitOfItsSize_isSentAsItIs() {
    SqsClient client = sqs(aws);
    String large = "x".repeat(239_900);
    call(() -> client.sendMessage(b -> b.queueUrl("http://x/q").messageBody(large)));
    assertThat(aws.body()).contains(large).doesNotContain("_datadog");
  }

  @Test
  void sendMessageBatch_inAnInvocation_carriesTheTraceInEachMessage() {
    SqsClient client = sqs(aws);
    Json span =
        call(
            () ->
                client.sendMessageBatch(
                    b ->
                        b.queueUrl("http://x/q")
                            .entries(
                                one -> one.id("1").messageBody("a"),
                                two -> two.id("2").messageBody("b"))));
    Json first = Json.parse(aws.body()).get("Entries").first();
    for (Json entry : new Json[] {first, first.next()}) {
      Json attribute = entry.get("MessageAttributes").get("_datadog");
      assertCarries(Json.parse(attribute.get("StringValue").text()), span);
    }
  }

  @Test
  void publish_inAnInvocation_carriesTheTraceAsABinaryAttribute() {
    SnsClient client = aws.client(SnsClient.builder());
    Json span = call(() -> client.publish(b -> b.topicArn("arn:topic").message("hi")));
    String body = URLDecoder.decode(aws.body(), UTF_8);
    assertThat(body).contains(".Name=_datadog", ".Value.DataType=Binary");
    String value = body.substring(body.indexOf("BinaryValue=") + 12).split("&", 2)[0];
    assertCarries(Json.parse(Base64.getDecoder().decode(value)), span);
    assertThat(span.get("meta").get("aws.topic.arn").text()).isEqualTo("arn:topic");
  }

  @Test
  void publishBatch_inAnInvocation_carriesTheTraceInEachMessage() {
    SnsClient client = aws.client(SnsClient.builder());
    call(
        () ->
            client.publishBatch(
                b ->
                    b.topicArn("arn:topic")
                        .publishBatchRequestEntries(
                            one -> one.id("1").message("a"), two -> two.id("2").message("b"))));
    String body = URLDecoder.decode(aws.body(), UTF_8);
    assertThat(body.split("Name=_datadog", -1)).hasSize(3);
    assertThat(body).contains("member.2.MessageAttributes.entry.1.Value.DataType=Binary");
  }

  @Test
  void publish_attributeIsThereAlready_isSentAsItIs() {
    SnsClient client = aws.client(SnsClient.builder());
    call(
        () ->
            client.publish(
                b ->
                    b.topicArn("arn:topic")
                        .message("hi")
                        .messageAttributes(
                            Map.of(
                                "_datadog",
                                software.amazon.awssdk.services.sns.model.MessageAttributeValue
                                    .builder()
                                    .dataType("String")
                                    .stringValue("theirs")
                                    .build()))));
    assertThat(URLDecoder.decode(aws.body(), UTF_8))
        .contains("Value.StringValue=theirs")
        .doesNotContain("BinaryValue");
  }

  @Test
  void startExecution_inputIsAnObject_carriesTheTraceInIt() {
    SfnClient client = aws.client(SfnClient.builder());
    Json span = call(() -> client.startExecution(b -> b.stateMachineArn("a").input("{\"n\":1}")));
    Json input = Json.parse(Json.parse(aws.body()).get("input").text());
    assertCarries(input.get("_datadog"), span);
    assertThat(input.get("n").integer(0)).isEqualTo(1);
    assertThat(span.get("resource").text()).isEqualTo("Sfn.StartExecution");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "7", "{broken", "{\"_datadog\":{}}", ""})
  void startExecution_inputHasNoPlace_isSentAsItIs(String input) {
    SfnClient client = aws.client(SfnClient.builder());
    call(() -> client.startExecution(b -> b.stateMachineArn("a").input(input)));
    assertThat(Json.parse(aws.body()).get("input").text()).isEqualTo(input);
  }

  @Test
  void startExecution_withoutInput_getsNone() {
    SfnClient client = aws.client(SfnClient.builder());
    call(() -> client.startExecution(b -> b.stateMachineArn("a")));
    assertThat(aws.body()).doesNotContain("_datadog");
  }

  @Test
  void sendMessage_byAnAsynchronousClient_makesAClientSpanAndCarriesIt() {
    try (SqsAsyncClient client =
        aws.asyncClient(SqsAsyncClient.builder().checksumValidationEnabled(false))) {
      Json span =
          call(() -> client.sendMessage(b -> b.queueUrl("http://x/q").messageBody("hi")).join());
      assertThat(span.get("resource").text()).isEqualTo("Sqs.SendMessage");
      assertThat(span.get("meta").get("aws.requestId").text()).isEqualTo("request-7");
      Json attribute = Json.parse(aws.body()).get("MessageAttributes").get("_datadog");
      assertCarries(Json.parse(attribute.get("StringValue").text()), span);
    }
  }

  @Test
  void putEvents_inAnInvocation_carriesTheTraceInDetailsThatAreObjects() {
    EventBridgeClient client = aws.client(EventBridgeClient.builder());
    Json span =
        call(
            () ->
                client.putEvents(
                    b ->
                        b.entries(
                            one -> one.eventBusName("orders").detail("{\"a\":1}"),
                            two -> two.detail("[2]"))));
    Json first = Json.parse(aws.body()).get("Entries").first();
    Json detail = Json.parse(first.get("Detail").text());
    assertCarries(detail.get("_datadog"), span);
    assertThat(detail.get("a").integer(0)).isEqualTo(1);
    assertThat(detail.get("_datadog").get("x-datadog-resource-name").text()).isEqualTo("orders");
    assertThat(detail.get("_datadog").get("x-datadog-start-time").text()).startsWith("1700000000");
    assertThat(first.next().get("Detail").text()).isEqualTo("[2]");
  }

  @Test
  void putRecords_inAnInvocation_carriesTheTraceInRecordsThatAreObjects() {
    KinesisClient client = aws.client(KinesisClient.builder());
    SdkBytes object = SdkBytes.fromUtf8String("{}");
    SdkBytes text = SdkBytes.fromUtf8String("not JSON");
    call(
        () ->
            client.putRecords(
                b ->
                    b.streamName("s")
                        .records(
                            one -> one.partitionKey("1").data(object),
                            two -> two.partitionKey("2").data(text))));
    assertThat(aws.body()).contains("{\"_datadog\":{\"x-datadog-trace-id\":\"", "not JSON");
    assertThat(aws.body().split("_datadog", -1)).hasSize(2);
  }

  @Test
  void putRecord_nearTheLimitOfItsSize_isSentAsItIs() {
    KinesisClient client = aws.client(KinesisClient.builder());
    SdkBytes large = SdkBytes.fromUtf8String("{\"a\":\"" + "x".repeat(900_000) + "\"}");
    call(() -> client.putRecord(b -> b.streamName("s").partitionKey("1").data(large)));
    assertThat(aws.body()).doesNotContain("_datadog");
    SdkBytes small = SdkBytes.fromUtf8String("{\"a\":\"x\"}");
    call(() -> client.putRecord(b -> b.streamName("s").partitionKey("1").data(small)));
    assertThat(aws.body()).contains("_datadog");
  }

  @Test
  void invoke_clientContextIsFull_isSentAsItIs() {
    LambdaClient client = aws.client(LambdaClient.builder());
    String full = "{\"custom\":{\"mine\":\"" + "x".repeat(2600) + "\"}}";
    String own = Base64.getEncoder().encodeToString(full.getBytes(UTF_8));
    call(() -> client.invoke(b -> b.functionName("f").clientContext(own)));
    assertThat(aws.header("X-amz-client-context")).isEqualTo(own);
  }

  @Test
  void invoke_withoutAClientContext_getsOneWithTheHeaders() {
    LambdaClient client = aws.client(LambdaClient.builder());
    Json span = call(() -> client.invoke(b -> b.functionName("f")));
    String sent = aws.header("X-amz-client-context");
    assertCarries(Json.parse(Base64.getDecoder().decode(sent)).get("custom"), span);
    assertThat(span.get("meta").get("aws.function.name").text()).isEqualTo("f");
  }

  @Test
  void invoke_withAClientContext_addsHeadersToItsCustomPart() {
    LambdaClient client = aws.client(LambdaClient.builder());
    String own =
        Base64.getEncoder().encodeToString("{\"custom\":{\"mine\":\"1\"}}".getBytes(UTF_8));
    Json span = call(() -> client.invoke(b -> b.functionName("f").clientContext(own)));
    String sent = aws.header("X-amz-client-context");
    Json custom = Json.parse(Base64.getDecoder().decode(sent)).get("custom");
    assertCarries(custom, span);
    assertThat(custom.get("mine").text()).isEqualTo("1");
  }

  @Test
  void deleteObject_inAnInvocation_sendsNoHeaderThatAPresignedUrlWouldNeed() {
    S3Client client = aws.client(S3Client.builder());
    Json span = call(() -> client.deleteObject(b -> b.bucket("b").key("k")));
    assertThat(span.get("resource").text()).isEqualTo("S3.DeleteObject");
    assertThat(aws.header("X-datadog-trace-id")).isEmpty();
  }

  @Test
  void sendMessage_outsideAnInvocation_isSentAsItIs() {
    sqs(aws).sendMessage(b -> b.queueUrl("http://x/q").messageBody("hi"));
    assertThat(aws.body()).doesNotContain("_datadog");
    assertThat(aws.header("X-datadog-trace-id")).isEmpty();
    assertThat(sink.lines()).isEmpty();
  }

  @Test
  void sendMessage_serviceFailsOnce_tellsTheRetry() throws IOException {
    try (AwsStub failing = new AwsStub(500)) {
      SqsClient client = sqs(failing);
      Json span = call(() -> client.sendMessage(b -> b.queueUrl("http://x/q").messageBody("hi")));
      assertThat(span.get("metrics").get("retry_attempts").integer(-1)).isEqualTo(1);
      assertThat(span.get("error").integer(-1)).isZero();
    }
  }

  @Test
  void sendMessage_isRefused_passesTheExceptionAndMarksTheSpan() throws IOException {
    try (AwsStub refusing = new AwsStub(400)) {
      SqsClient client = sqs(refusing);
      Json span =
          call(
              () ->
                  assertThatThrownBy(
                          () -> client.sendMessage(b -> b.queueUrl("http://x/q").messageBody("hi")))
                      .isInstanceOf(SqsException.class));
      assertThat(span.get("error").integer(-1)).isEqualTo(1);
      assertThat(span.get("meta").get("http.status_code").text()).isEqualTo("400");
      assertThat(span.get("meta").get("error.type").text()).contains("SqsException");
    }
  }

  private static SqsClient sqs(AwsStub aws) {
    return aws.client(SqsClient.builder().checksumValidationEnabled(false));
  }

  /** Does it in an invocation; gives the span of the call. */
  private Json call(Runnable work) {
    runner.run(
        Map.of(),
        new FakeContext(),
        (event, context) -> {
          work.run();
          return null;
        });
    String line =
        sink.lines().stream().filter(l -> l.startsWith("{\"traces\"")).findFirst().orElseThrow();
    return Json.parse(line).get("traces").first().first().next();
  }

  private static void assertCarries(Json headers, Json span) {
    assertThat(headers.get("x-datadog-parent-id").text()).isEqualTo(parentId(span));
    assertThat(headers.get("traceparent").text()).contains(span.get("span_id").text());
  }

  private static String parentId(Json span) {
    return Long.toUnsignedString(Long.parseUnsignedLong(span.get("span_id").text(), 16));
  }
}
