package io.sleddog.opentelemetry;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.sleddog.lambda.Telemetry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A function that traces its work with OpenTelemetry. */
public final class Kitchen implements RequestHandler<Object, Map<String, String>> {
  private static final OpenTelemetry telemetry = SleddogOpenTelemetry.create();
  private static final Tracer tracer = telemetry.getTracer("kitchen", "1.0");

  @Override
  public Map<String, String> handleRequest(
      Object event, com.amazonaws.services.lambda.runtime.Context context) {
    Span cook = tracer.spanBuilder("cook").setSpanKind(SpanKind.CLIENT).startSpan();
    cook.setAttribute("http.request.method", "GET").setAttribute("plates", 3);
    cook.setAttribute(AttributeKey.stringArrayKey("dishes"), List.of("soup", "pie"));
    Map<String, String> headers = new HashMap<>();
    Scope scope = cook.makeCurrent();
    try {
      telemetry
          .getPropagators()
          .getTextMapPropagator()
          .inject(Context.current(), headers, Map::put);
      Telemetry.startSpan("stir").close();
      onAnotherThread();
      burn();
    } finally {
      scope.close();
      cook.end();
    }
    tracer.spanBuilder("serve").startSpan().end();
    tracer.spanBuilder("guest").setParent(remote()).startSpan().end();
    return headers;
  }

  private static void onAnotherThread() {
    ExecutorService pool = Context.taskWrapping(Executors.newSingleThreadExecutor());
    try {
      pool.submit(() -> Telemetry.startSpan("chop").close()).get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    } finally {
      pool.shutdown();
    }
  }

  private static void burn() {
    Span burn = tracer.spanBuilder("burn").startSpan();
    burn.addEvent("smoke", Attributes.of(AttributeKey.longKey("grams"), 2L));
    burn.recordException(new IllegalStateException("too hot"));
    burn.setStatus(StatusCode.ERROR, "burnt");
    burn.end();
  }

  private static Context remote() {
    Map<String, String> headers = Map.of("x-datadog-trace-id", "77", "x-datadog-parent-id", "78");
    return telemetry
        .getPropagators()
        .getTextMapPropagator()
        .extract(Context.root(), headers, new MapGetter());
  }
}
