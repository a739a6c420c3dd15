package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sleddog.lambda.config.Environment;
import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How calls of each service that carries the trace end: well, after a retry, badly, nowhere. */
class SdkOutcomesTest {
  private static final PutEventsRequestEntry ENTRY =
      PutEventsRequestEntry.builder().source("s").detail("{\"a\":1}").build();

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

  @AfterEach
  void nothingIsTold() {
    assertThat(warnings.messages()).isEmpty();
  }

  /** A call of one service. */
  private interface Call {
    void of(AwsStub aws);
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        call(
            "Sqs.SendMessage",
            aws ->
                aws.client(SqsClient.builder().checksumValidationEnabled(false))
                    .sendMessage(b -> b.queueUrl("http://x/q").messageBody("hi"))),
        call(
            "Sns.Publish",
            aws -> aws.client(SnsClient.builder()).publish(b -> b.topicArn("t").message("hi"))),
        call(
            "EventBridge.PutEvents",
            aws -> aws.client(EventBridgeClient.builder()).putEvents(b -> b.entries(ENTRY))),
        call(
            "Kinesis.PutRecord",
            aws ->
                aws.client(KinesisClient.builder())
                    .putRecord(
                        b ->
                            b.streamName("s")
                                .partitionKey("p")
                                .data(SdkBytes.fromUtf8String("{\"a\":1}")))),
        call(
            "Lambda.Invoke",
            aws ->
                aws.client(LambdaClient.builder())
                    .invoke(b -> b.functionName("f").payload(SdkBytes.fromUtf8String("{}")))),
        call(
            "Sfn.StartExecution",
            aws ->
                aws.client(SfnClient.builder())
                    .startExecution(b -> b.stateMachineArn("arn").input("{\"a\":1}"))));
  }

  private static Arguments call(String name, Call call) {
    return Arguments.of(name, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void call_serviceFailsFirst_isOneSpanOverAllAttempts(String name, Call call) throws IOException {
    try (AwsStub aws = new AwsStub(500)) {
      Json span = span(name, null, () -> call.of(aws));
      assertThat(span.get("metrics").get("retry_attempts").integer(-1)).isEqualTo(1);
      assertThat(span.get("meta").get("http.status_code").text()).isEqualTo("200");
      assertThat(span.get("error").integer(-1)).isZero();
      assertThat(aws.header("X-datadog-parent-id")).isEqualTo(parentId(span));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void call_serviceRefuses_passesItsExceptionAndMarksTheSpan(String name, Call call)
      throws IOException {
    try (AwsStub aws = new AwsStub(400)) {
      Json span = span(name, AwsServiceException.class, () -> call.of(aws));
      assertThat(span.get("error").integer(-1)).isEqualTo(1);
      assertThat(span.get("meta").get("http.status_code").text()).isEqualTo("400");
      assertThat(span.get("meta").get("error.type").text())
          .startsWith("software.amazon.awssdk.services.");
      assertThat(span.get("metrics").get("retry_attempts").integer(-1)).isZero();
    }
  }

  @Test
  void call_nobodyListens_marksTheSpanWithoutAStatus() throws IOException {
    SqsClient client;
    try (AwsStub gone = new AwsStub()) {
      client = gone.client(SqsClient.builder());
    }
    Json span =
        span(
            "Sqs.SendMessage",
            SdkClientException.class,
            () -> client.sendMessage(b -> b.queueUrl("http://x/q").messageBody("hi")));
    assertThat(span.get("error").integer(-1)).isEqualTo(1);
    assertThat(span.get("meta").get("http.status_code").exists()).isFalse();
    assertThat(span.get("meta").get("error.type").text()).endsWith("SdkClientException");
    assertThat(span.get("metrics").get("retry_attempts").integer(-1)).isPositive();
  }

  @Test
  void calls_oneAfterTheOther_areEachASpanBelowTheFunctions() throws IOException {
    try (AwsStub aws = new AwsStub(200, 400, 200)) {
      SqsClient client = aws.client(SqsClient.builder().checksumValidationEnabled(false));
      List<Throwable> results = new ArrayList<>();
      List<Json> spans =
          spans(
              () -> {
                for (int i = 0; i < 3; i++) {
                  results.add(
                      catchThrowable(
                          () ->
                              client.sendMessage(b -> b.queueUrl("http://x/q").messageBody("hi"))));
                }
              });
      assertThat(spans).hasSize(4);
      assertThat(results.get(0)).isNull();
      assertThat(results.get(1)).isInstanceOf(AwsServiceException.class);
      String function = spans.get(0).get("span_id").text();
      assertThat(spans.subList(1, 4))
          .allMatch(span -> String.valueOf(function).equals(span.get("parent_id").text()));
      assertThat(spans.subList(1, 4))
          .extracting(span -> span.get("error").integer(-1))
          .containsExactly(0L, 1L, 0L);
    }
  }

  /** The span of a call in an invocation, which throws what is expected. */
  private Json span(String resource, @Nullable Class<? extends Throwable> expected, Runnable work) {
    Json span =
        spans(
                () -> {
                  Throwable thrown = catchThrowable(work::run);
                  if (expected == null) {
                    assertThat(thrown).isNull();
                  } else {
                    assertThat(thrown).isInstanceOf(expected);
                  }
                })
            .get(1);
    assertThat(span.get("resource").text()).isEqualTo(resource);
    assertThat(span.get("name").text()).isEqualTo("aws.http");
    assertThat(span.get("meta").get("span.kind").text()).isEqualTo("client");
    return span;
  }

  private List<Json> spans(Runnable work) {
    runner.run(
        Map.of(),
        new FakeContext(),
        (event, context) -> {
          work.run();
          return null;
        });
    String line =
        sink.lines().stream().filter(l -> l.startsWith("{\"traces\"")).findFirst().orElseThrow();
    List<Json> spans = new ArrayList<>();
    Json span = Json.parse(line).get("traces").first().first();
    for (; span.exists(); span = span.next()) {
      spans.add(span);
    }
    return spans;
  }

  private static String parentId(Json span) {
    return Long.toUnsignedString(
        Long.parseUnsignedLong(String.valueOf(span.get("span_id").text()), 16));
  }
}
