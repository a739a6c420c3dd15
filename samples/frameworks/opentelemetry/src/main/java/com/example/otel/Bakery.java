package com.example.otel;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.sleddog.opentelemetry.SleddogOpenTelemetry;
import java.util.Map;

/** A bakery that traces its work with OpenTelemetry. */
public final class Bakery implements RequestHandler<Map<String, String>, String> {
  private static final OpenTelemetry telemetry = SleddogOpenTelemetry.create();
  private static final Tracer tracer = telemetry.getTracer("bakery");

  @Override
  public String handleRequest(Map<String, String> order, Context context) {
    String bread = order.getOrDefault("bread", "");
    Span bake = tracer.spanBuilder("bake").setAttribute("bread", bread).startSpan();
    try {
      if (bread.equals("stone")) {
        throw new IllegalArgumentException("cannot bake a stone");
      }
      return bread;
    } catch (IllegalArgumentException refused) {
      bake.recordException(refused).setStatus(StatusCode.ERROR);
      throw refused;
    } finally {
      bake.end();
    }
  }
}
