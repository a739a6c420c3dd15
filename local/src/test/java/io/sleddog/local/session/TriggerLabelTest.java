package io.sleddog.local.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.Payload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerLabelTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"rawPath\":\"/a\"} | POST /a",
        "{\"httpMethod\":\"GET\",\"path\":\"/b\"} | GET /b",
        "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"arn:aws:sqs:r:1:q\"},{}]} | SQS q ×2",
        "{\"Records\":[{\"eventSource\":\"aws:s3\",\"s3\":{\"bucket\":{\"name\":\"b\"}}}]} | S3 b ×1",
        "{\"Records\":[{\"EventSource\":\"aws:sns\"}]} | SNS ×1",
        "{\"detail-type\":\"Order Placed\"} | EventBridge Order Placed",
        "{\"product\":\"latte\"} | event",
        "not json | event"
      })
  void of_event_isWhatAPersonWouldCallIt(String event, String label) {
    assertThat(TriggerLabel.of(Payload.of(event))).isEqualTo(label);
  }
}
