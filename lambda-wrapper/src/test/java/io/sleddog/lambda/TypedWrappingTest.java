package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.databind.JsonNode;
import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.databind.ObjectMapper;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.sleddog.lambda.config.Environment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Events of AWS's own classes, wrapped in code: what is written is what a stream of the same event
 * would have given.
 */
class TypedWrappingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("src/test/resources/events");
  private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";
  private static final Map<String, String> VARIABLES =
      Map.of("AWS_LAMBDA_FUNCTION_NAME", "Orders", "DD_COLD_START_TRACING", "false");

  @ParameterizedTest
  @CsvSource({
    "api-gateway, APIGatewayProxyRequestEvent",
    "rest-multi-value-with-trace, APIGatewayProxyRequestEvent",
    "rest-w3c-dropped, APIGatewayProxyRequestEvent",
    "http-api, APIGatewayV2HTTPEvent",
    "http-api-parameter-and-stage, APIGatewayV2HTTPEvent",
    "authorizer-request-api-gateway-v2, APIGatewayV2HTTPEvent",
    "lambda-url-headers, APIGatewayV2HTTPEvent",
    "api-gateway-websocket-default, APIGatewayV2WebSocketEvent",
    "websocket-connect-with-trace, APIGatewayV2WebSocketEvent",
    "alb-with-w3c, ApplicationLoadBalancerRequestEvent",
    "alb-multi-value-with-trace, ApplicationLoadBalancerRequestEvent",
    "sqs-string-msg-attribute, SQSEvent",
    "sqs-binary-attribute, SQSEvent",
    "sqs-batch-links, SQSEvent",
    "sqs-xray-header-tracer, SQSEvent",
    "js-snssqs, SQSEvent",
    "eventbridge-sqs-with-trace, SQSEvent",
    "sns-batch, SNSEvent",
    "sns-b64-msg-attribute, SNSEvent",
    "sns-subject-and-no-fraction, SNSEvent",
    "js-kinesis, KinesisEvent",
    "kinesis-not-ascii, KinesisEvent",
    "kinesis-enhanced-fan-out, KinesisEvent",
    "dynamodb-two-keys, DynamodbEvent",
    "dynamodb-binary-key, DynamodbEvent",
    "dynamodb-remove-by-ttl, DynamodbEvent",
    "s3-three-records, S3Event",
    "s3-encoded-key, S3Event",
    "cloudwatch-logs, CloudWatchLogsEvent",
    "cloudwatch-events, ScheduledEvent",
    "eventbridge-custom, ScheduledEvent",
    "eventbridge-start-time, ScheduledEvent",
    "msk-headers, KafkaEvent",
    "kafka-self-managed, KafkaEvent",
    "msk-several-partitions, KafkaEvent",
    "cloudfront, CloudFrontEvent",
  })
  void run_eventOfAwsClass_writesWhatItsStreamWould(String name, String type) throws Exception {
    String event =
        JSON.readTree(Files.readString(FOLDER.resolve(name).resolve("in.json")))
            .get("event")
            .toString();
    assertThat(spans(typed(event, EVENTS + type))).isEqualTo(spans(streamed(event)));
  }

  private static List<String> streamed(String event) throws IOException {
    FunctionUnderTest function = new FunctionUnderTest(Functions.Ok.class);
    VARIABLES.forEach(function::with);
    function.invoke(event);
    return function.lines();
  }

  private static List<String> typed(String event, String type) throws Exception {
    RecordingSink sink = new RecordingSink();
    RecordingWarnings warnings = new RecordingWarnings();
    Instrumentation instrumentation =
        new Instrumentation(
            new Environment(VARIABLES, warnings), warnings, new FakeClock(), sink, 42);
    Object made =
        LambdaEventSerializers.serializerFor(
                Class.forName(type), TypedWrappingTest.class.getClassLoader())
            .fromJson(new ByteArrayInputStream(event.getBytes(UTF_8)));
    new InvocationRunner(instrumentation)
        .run(made, new FakeContext(), (same, context) -> Map.of("statusCode", 200));
    assertThat(warnings.messages()).isEmpty();
    return sink.lines();
  }

  /** The spans with all that does not depend on the moment, a line each. */
  private static String spans(List<String> lines) throws IOException {
    StringBuilder spans = new StringBuilder();
    for (String line : lines) {
      for (JsonNode span : JSON.readTree(line).path("traces").path(0)) {
        Map<String, Object> sorted = new TreeMap<>();
        span.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        sorted.remove("duration");
        spans.append(sorted).append('\n');
      }
    }
    return spans.toString();
  }
}
