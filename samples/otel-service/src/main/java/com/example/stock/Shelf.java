package com.example.stock;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers with what lies on the shelf: a span that goes on with the caller's, a count, a log. */
final class Shelf implements HttpHandler {
  private static final String SCOPE = "com.example.stock";
  private static final int OK = 200;

  @SuppressWarnings("deprecation") // it has no other way yet to say which headers there are
  private static final TextMapGetter<Headers> HEADERS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
          return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
          return headers == null ? null : headers.getFirst(name);
        }
      };

  private final OpenTelemetry telemetry;
  private final Tracer tracer;
  private final LongCounter questions;
  private final Logger log;

  Shelf(OpenTelemetry telemetry) {
    this.telemetry = telemetry;
    this.tracer = telemetry.getTracer(SCOPE);
    this.questions = telemetry.getMeter(SCOPE).counterBuilder("stock.questions").build();
    this.log = telemetry.getLogsBridge().get(SCOPE);
  }

  @Override
  @SuppressWarnings("try") // the scope works by being open
  public void handle(HttpExchange exchange) throws IOException {
    Span span = request(exchange);
    try (Scope current = span.makeCurrent()) {
      questions.add(1);
      log.logRecordBuilder().setSeverity(Severity.INFO).setBody("7 left on the shelf").emit();
      byte[] body = "7\n".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(OK, body.length);
      exchange.getResponseBody().write(body);
      span.setAttribute("http.response.status_code", OK);
    } finally {
      exchange.close();
      span.end();
    }
  }

  private Span request(HttpExchange exchange) {
    Context caller =
        telemetry
            .getPropagators()
            .getTextMapPropagator()
            .extract(Context.root(), exchange.getRequestHeaders(), HEADERS);
    return tracer
        .spanBuilder("GET /stock")
        .setParent(caller)
        .setSpanKind(SpanKind.SERVER)
        .setAttribute("http.request.method", exchange.getRequestMethod())
        .setAttribute("http.route", "/stock")
        .startSpan();
  }
}
