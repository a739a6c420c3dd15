package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import java.util.List;

/** Messages of an SNS topic. */
final class Sns extends Records {
  Sns(Json event) {
    super(event, "sns");
  }

  @Override
  Json arn() {
    return first.get("Sns").get("TopicArn");
  }

  @Override
  Carrier carrier(Json item) {
    return Carrier.of(SnsMessage.context(item.get("Sns")));
  }

  @Override
  public void infer(List<InferredSpan> spans) {
    Json message = first.get("Sns");
    SnsMessage.addUpstream(spans, message);
    SnsMessage.span(message).addTo(spans);
  }
}
