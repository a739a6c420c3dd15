package io.sleddog.lambda.trigger;

import io.sleddog.lambda.invocation.FunctionArn;
import io.sleddog.lambda.json.Json;
import org.jspecify.annotations.Nullable;

/** A source of which nothing but name, ARN and carrier is known. */
final class SimpleTrigger implements Trigger {
  private final @Nullable String source;
  private final Json arn;
  private final Carrier carrier;

  SimpleTrigger(@Nullable String source, Json arn, Carrier carrier) {
    this.source = source;
    this.arn = arn;
    this.carrier = carrier;
  }

  @Override
  public @Nullable String source() {
    return source;
  }

  @Override
  public Json sourceArn(FunctionArn function) {
    return arn;
  }

  @Override
  public Carrier carrier() {
    return carrier;
  }
}
