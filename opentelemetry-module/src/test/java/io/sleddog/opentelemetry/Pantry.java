package io.sleddog.opentelemetry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A function that makes one span of each object of its event. */
public final class Pantry implements RequestHandler<List<Map<String, Object>>, String> {
  private static final OpenTelemetry telemetry = SleddogOpenTelemetry.create();
  private static final Tracer tracer = telemetry.getTracer("", "");

  @Override
  public String handleRequest(List<Map<String, Object>> shelves, Context context) {
    for (Map<String, Object> shelf : shelves) {
      String kind = String.valueOf(shelf.getOrDefault("kind", "internal"));
      Span span =
          tracer
              .spanBuilder(String.valueOf(shelf.get("name")))
              .setSpanKind(SpanKind.valueOf(kind.toUpperCase(Locale.ROOT)))
              .startSpan();
      Object attributes = shelf.get("attributes");
      if (attributes instanceof Map<?, ?> map) {
        map.forEach((key, value) -> set(span, String.valueOf(key), value));
      }
      if (shelf.containsKey("status")) {
        span.setStatus(
            StatusCode.valueOf(String.valueOf(shelf.get("status"))),
            String.valueOf(shelf.getOrDefault("description", "")));
      }
      span.end();
    }
    return "stored";
  }

  private static void set(Span span, String key, Object value) {
    if (value instanceof Integer number) {
      span.setAttribute(key, number);
    } else if (value instanceof Long number) {
      span.setAttribute(key, number);
    } else if (value instanceof Double number) {
      span.setAttribute(key, number);
    } else if (value instanceof Boolean truth) {
      span.setAttribute(key, truth);
    } else if (value instanceof List<?> list) {
      List<String> texts = list.stream().map(String::valueOf).toList();
      span.setAttribute(AttributeKey.stringArrayKey(key), texts);
    } else {
      span.setAttribute(key, String.valueOf(value));
    }
  }
}
