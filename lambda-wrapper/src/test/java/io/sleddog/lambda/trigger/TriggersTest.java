package io.sleddog.lambda.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.lambda.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single rules; whole events of every source are under {@code src/test/resources/events}. */
class TriggersTest {
  private final Triggers triggers = new Triggers(true);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      nullValues = "none",
      value = {
        "{\"requestContext\":{\"stage\":\"$default\",\"domainName\":\"x.lambda-url.eu.on.aws\"}};"
            + "lambda-function-url",
        "{\"requestContext\":{\"domainName\":\"x.lambda-url.eu.on.aws\"}};none",
        "{\"requestContext\":{\"stage\":\"dev\",\"domainName\":\"x.execute-api\"}};api-gateway",
        "{\"requestContext\":{\"elb\":{\"targetGroupArn\":\"arn\"}}};application-load-balancer",
        "{\"requestContext\":\"text\"};none",
        "{\"awslogs\":{\"data\":\"x\"}};cloudwatch-logs",
        "{\"detail-type\":\"x\",\"source\":\"mine\"};eventbridge",
        "{\"detail-type\":\"x\",\"source\":\"aws.events\"};cloudwatch-events",
        "{\"detail-type\":\"x\",\"detail\":{\"EventCategories\":[]}};cloudwatch-events",
        "{\"Execution\":{},\"StateMachine\":{},\"State\":{}};states",
        "{\"Payload\":{\"Execution\":{},\"StateMachine\":{},\"State\":{}}};states",
        "{\"Execution\":{},\"StateMachine\":{}};none",
        "{\"Records\":[{\"eventSource\":\"aws:sqs\"}]};sqs",
        "{\"Records\":[{\"EventSource\":\"aws:sns\"}]};sns",
        "{\"Records\":[{\"eventSource\":\"aws:kinesis\"}]};kinesis",
        "{\"Records\":[{\"eventSource\":\"aws:dynamodb\"}]};dynamodb",
        "{\"Records\":[{\"eventSource\":\"aws:s3\"}]};s3",
        "{\"Records\":[{\"eventSource\":\"aws:codecommit\"}]};none",
        "{\"Records\":[{\"cf\":{\"config\":{}}}]};cloudfront",
        "{\"Records\":[]};none",
        "{\"Records\":[1]};none",
        "{\"Records\":\"text\"};none",
        "{\"records\":{\"t-0\":[{\"topic\":\"t\"}]}};msk",
        "{\"records\":{}};none",
        "{};none",
        "[];none",
        "null;none",
        "7;none",
      })
  void detect_shapeOfAnEvent_tellsItsSource(String event, @Nullable String source) {
    assertThat(triggers.detect(Json.parse(event)).source()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,0",
    "1970-01-01T00:00:00.000Z,0",
    "2021-12-17T21:46:58.040Z,1639777618040000000",
    "2000-02-29T12:00:00.5Z,951825600500000000",
    "1999-12-31T23:59:59.123456789Z,946684799123456789",
    "2100-03-01T00:00:00,4107542400000000000"
  })
  void nanos_timesOfAws_areRead(String text, long expected) {
    assertThat(IsoTime.nanos(Json.parse("\"" + text + "\""))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"yesterday\"", "\"2021-12-xxT21:46:58Z\"", "7", "null"})
  void nanos_anythingElse_isUnknown(String json) {
    assertThat(IsoTime.nanos(Json.parse(json))).isEqualTo(InferredSpan.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"_datadog\":{\"dataType\":\"String\",\"stringValue\":\"{\\\"a\\\":1}\"}};{\"a\":1}",
        "{\"_datadog\":{\"Type\":\"String\",\"Value\":\"{\\\"a\\\":1}\"}};{\"a\":1}",
        "{\"_datadog\":{\"dataType\":\"String.label\",\"stringValue\":\"{\\\"a\\\":1}\"}};{\"a\":1}",
        "{\"_datadog\":{\"dataType\":\"Binary\",\"binaryValue\":\"eyJhIjoxfQ==\"}};{\"a\":1}",
        "{\"_datadog\":{\"Type\":\"Binary.x\",\"Value\":\"eyJhIjoxfQ==\"}};{\"a\":1}",
        "{\"_datadog\":{\"dataType\":\"Number\",\"stringValue\":\"{}\"}};``",
        "{\"_datadog\":{\"dataType\":\"Stringy\",\"stringValue\":\"{}\"}};``",
        "{\"_datadog\":{\"dataType\":\"String\",\"stringValue\":\"{broken\"}};``",
        "{\"_datadog\":{\"dataType\":\"Binary\",\"binaryValue\":\"***\"}};``",
        "{\"_datadog\":\"text\"};``",
        "{};``",
      })
  void datadog_attributeOfAMessage_isReadInAllItsForms(String attributes, String expected) {
    assertThat(MessageAttributes.datadog(Json.parse(attributes)).source()).isEqualTo(expected);
  }

  @Test
  void carrier_singleAndMultipleValues_singleFirst() {
    Carrier carrier =
        Carrier.ofHttp(
            Json.parse(
                "{\"headers\":{\"A\":\"one\",\"N\":null,\"L\":[\"first\",\"second\"]},"
                    + "\"multiValueHeaders\":{\"a\":[\"two\"],\"N\":[\"n\"],\"Text\":\"t\"}}"));
    assertThat(carrier.get("a")).isEqualTo("one");
    assertThat(carrier.get("n")).isEqualTo("n");
    assertThat(carrier.get("l")).isEqualTo("first");
    assertThat(carrier.get("text")).isEqualTo("t");
    assertThat(carrier.get("missing")).isNull();
    assertThat(Carrier.of(Map.of("Key", "v\"")).get("key")).isEqualTo("v\"");
    assertThat(Carrier.NONE.get("a")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[{\"a\":[49,50]},{\"b\":[\"51\"]}];{\"a\":\"12\",\"b\":\"3\"}",
        "[{\"a\":{\"0\":49,\"1\":\"50\"}}];{\"a\":\"12\"}",
        "[{\"a\":[-61,-68]}];{\"a\":\"ü\"}",
        "[{\"a\":[]},{},7,null];{\"a\":\"\"}",
        "null;{}",
      })
  void kafkaHeaders_bytesInAnyForm_becomeText(String headers, String expected) {
    assertThat(KafkaHeaders.read(Json.parse(headers)).source()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sqs:eu:1:queue,queue,", "arn:aws:dynamodb:eu:1:table/T/stream/x,table/T/stream/x,T",
    "arn:aws:kafka:eu:1:cluster/C,cluster/C,C", "plain,plain,"
  })
  void arns_parts_areFound(String arn, String last, @Nullable String afterSlash) {
    assertThat(Arns.lastPart(arn)).isEqualTo(last);
    assertThat(Arns.afterSlash(arn)).isEqualTo(afterSlash);
    assertThat(Arns.lastPart(null)).isNull();
  }

  @Test
  void authorizer_resultFromTheCache_isNotOfThisRequest() {
    String headers = "eyJ4LWRhdGFkb2ctYXV0aG9yaXppbmctcmVxdWVzdGlkIjoiYSJ9";
    assertThat(authorizer(headers, 0, "b").isPresent()).isFalse();
    assertThat(authorizer(headers, 0, "a").isPresent()).isTrue();
    assertThat(authorizer(headers, 5, "b").isPresent()).isTrue();
    assertThat(authorizer("***", 5, "b").isPresent()).isFalse();
  }

  private static AuthorizerContext authorizer(String encoded, int latency, String requestId) {
    return AuthorizerContext.of(
        Json.parse(
            "{\"requestId\":\""
                + requestId
                + "\",\"authorizer\":{\"integrationLatency\":"
                + latency
                + ",\"_datadog\":\""
                + encoded
                + "\"}}"));
  }

  @Test
  void inferredSpan_timesThatAreNotTold_areTheCallers() {
    InferredSpan span = new InferredSpan("aws.x");
    assertThat(span.startOr(5)).isEqualTo(5);
    assertThat(span.endOr(6)).isEqualTo(6);
    assertThat(span.startMillis(1).startOr(5)).isEqualTo(1_000_000);
    assertThat(span.endOr(6)).isEqualTo(1_000_000);
    assertThat(span.endNanos(9).endOr(6)).isEqualTo(9);
  }

  @Test
  void furtherCarriers_hugeBatch_isLimited() {
    StringBuilder event = new StringBuilder("{\"Records\":[");
    for (int i = 0; i < 500; i++) {
      event.append(i == 0 ? "" : ",").append("{\"eventSource\":\"aws:sqs\",\"body\":\"x\"}");
    }
    List<Carrier> further =
        new ArrayList<>(triggers.detect(Json.parse(event + "]}")).furtherCarriers());
    assertThat(further).hasSize(100);
  }
}
