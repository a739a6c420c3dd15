package io.sleddog.benchmarks.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.Span;
import io.sleddog.lambda.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@link StreamFunction} with a number of custom spans and points on top. */
public final class BusyFunction implements RequestStreamHandler {
  private final RequestStreamHandler plain = new StreamFunction();
  private final int spans;
  private final int points;

  /** Takes how many spans and points each invocation has. */
  public BusyFunction(int spans, int points) {
    this.spans = spans;
    this.points = points;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    for (int i = 0; i < points; i++) {
      Telemetry.distribution("coffee_house.order_value", 12.45, "product:latte", "order:online");
    }
    for (int i = 0; i < spans; i++) {
      try (Span span = Telemetry.startSpan("charge.card")) {
        span.tag("card.brand", "visa");
      }
    }
    plain.handleRequest(event, response, context);
  }
}
