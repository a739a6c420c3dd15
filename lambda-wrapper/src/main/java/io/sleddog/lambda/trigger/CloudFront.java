package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import org.jspecify.annotations.Nullable;

/** A request or response at a CloudFront distribution. */
final class CloudFront extends Records {
  CloudFront(Json event) {
    super(event, "cloudfront");
  }

  @Override
  public @Nullable Object sourceArn(FunctionArn function) {
    String distribution = first.get("cf").get("config").get("distributionId").text();
    return distribution == null
        ? null
        : Arns.of(function, "cloudfront", ":" + function.account(), "distribution/" + distribution);
  }
}
