package io.sleddog.lambda.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import datadog.trace.api.CorrelationIdentifier;
import datadog.trace.api.Trace;
import io.sleddog.lambda.Span;
import io.sleddog.lambda.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Makes spans in both ways: its own, and by an annotation that the tracing agent reads. */
public final class Traced implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    Span function = Telemetry.currentSpan();
    String agents = Long.toUnsignedString(Long.parseUnsignedLong(function.spanId(), 16));
    boolean same = agents.equals(CorrelationIdentifier.getSpanId());
    function.tag("ids", same ? "the same" : agents + " " + CorrelationIdentifier.getSpanId());
    try (Span brew = Telemetry.startSpan("brew")) {
      brew.tag("cups", 2);
      grind();
    }
    response.write("{\"statusCode\":200}".getBytes(UTF_8));
  }

  @Trace(operationName = "grind", resourceName = "beans")
  private static void grind() {
    Thread.onSpinWait();
  }
}
