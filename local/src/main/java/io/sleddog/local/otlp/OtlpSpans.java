package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.intake.MalformedBody;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes spans as Datadog shows them from those of OpenTelemetry. */
final class OtlpSpans {
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;
  private static final int FAILED = 2;
  private static final String EXCEPTION = "exception";

  private final List<Span> spans = new ArrayList<>();
  private final Refused refused;

  OtlpSpans(Refused refused) {
    this.refused = refused;
  }

  /** The spans of a body; those that cannot be read are counted. */
  List<Span> of(JsonNode body) {
    for (JsonNode group : Shape.list(body.path("resourceSpans"), "resourceSpans")) {
      OtlpResource resource = OtlpResource.of(group.path("resource"));
      for (JsonNode scope : Shape.list(group.path("scopeSpans"), "scopeSpans")) {
        for (JsonNode span : Shape.list(scope.path("spans"), "spans")) {
          refused.unlessMalformed(() -> spans.add(span(span, scope.path("scope"), resource)));
        }
      }
    }
    return spans;
  }

  private static Span span(JsonNode span, JsonNode scope, OtlpResource resource) {
    String trace = id(span, "traceId", TRACE_BYTES);
    Attributes attributes = Attributes.of(span.path("attributes"));
    OtlpOperation operation = OtlpOperation.of(span, attributes);
    long start = Shape.whole(span.path("startTimeUnixNano"), "startTimeUnixNano");
    long end = Shape.whole(span.path("endTimeUnixNano"), "endTimeUnixNano");
    Map<String, String> meta = new LinkedHashMap<>();
    Map<String, Double> metrics = new LinkedHashMap<>();
    put(resource.attributes(), meta, metrics);
    put(attributes, meta, metrics);
    meta.putAll(resource.unified());
    putSource(meta, span, scope, trace);
    boolean failed = putStatus(meta, span);
    return new Span(
        Long.parseUnsignedLong(trace.substring(TRACE_BYTES), TRACE_BYTES),
        Long.parseUnsignedLong(id(span, "spanId", SPAN_BYTES), TRACE_BYTES),
        parent(span),
        resource.service(),
        operation.name(),
        operation.resource(),
        operation.type(),
        start,
        Math.max(0, end - start),
        failed ? 1 : 0,
        meta,
        metrics,
        1);
  }

  private static String id(JsonNode span, String name, int bytes) {
    String id = Shape.id(span.path(name), bytes, "a span's " + name);
    if (id.isEmpty()) {
      throw new MalformedBody("a span's " + name + " must not be zero");
    }
    return id;
  }

  private static long parent(JsonNode span) {
    String id = Shape.id(span.path("parentSpanId"), SPAN_BYTES, "a span's parentSpanId");
    return id.isEmpty() ? 0 : Long.parseUnsignedLong(id, TRACE_BYTES);
  }

  private static void put(
      Attributes attributes, Map<String, String> meta, Map<String, Double> metrics) {
    attributes
        .values()
        .forEach(
            (name, value) -> {
              if (value.isNumber()) {
                metrics.put(name, value.asDouble());
              } else if (!value.isNull()) {
                meta.put(name, AttributeValues.text(value));
              }
            });
  }

  private static void putSource(
      Map<String, String> meta, JsonNode span, JsonNode scope, String trace) {
    meta.put("_dd.p.tid", trace.substring(0, TRACE_BYTES));
    meta.put("otel.trace_id", trace);
    meta.put("span.kind", OtlpOperation.kind(span));
    String library = Shape.text(scope.path("name"), "a scope's name");
    if (!library.isEmpty()) {
      meta.put("otel.library.name", library);
    }
    String state = Shape.text(span.path("traceState"), "traceState");
    if (!state.isEmpty()) {
      meta.put("w3c.tracestate", state);
    }
  }

  /** Status, events and links; whether the span failed. */
  private static boolean putStatus(Map<String, String> meta, JsonNode span) {
    boolean failed = Shape.whole(span.path("status").path("code"), "status.code") == FAILED;
    String message = Shape.text(span.path("status").path("message"), "status.message");
    ArrayNode events = Json.array();
    for (JsonNode event : Shape.list(span.path("events"), "events")) {
      Attributes attributes = Attributes.of(event.path("attributes"));
      events.add(event(event, attributes));
      if (failed && Shape.text(event.path("name"), "an event's name").equals(EXCEPTION)) {
        putException(meta, attributes);
      }
    }
    if (failed && !message.isEmpty()) {
      meta.put("error.message", message);
    }
    if (!events.isEmpty()) {
      meta.put("events", Json.write(events));
    }
    putLinks(meta, span);
    return failed;
  }

  private static void putException(Map<String, String> meta, Attributes attributes) {
    meta.put("error.type", attributes.text("exception.type", ""));
    meta.put("error.message", attributes.text("exception.message", ""));
    meta.put("error.stack", attributes.text("exception.stacktrace", ""));
  }

  private static ObjectNode event(JsonNode event, Attributes attributes) {
    ObjectNode view =
        Json.object()
            .put("time_unix_nano", Shape.whole(event.path("timeUnixNano"), "an event's time"))
            .put("name", Shape.text(event.path("name"), "an event's name"));
    attributes.values().forEach(view.putObject("attributes")::set);
    return view;
  }

  private static void putLinks(Map<String, String> meta, JsonNode span) {
    ArrayNode links = Json.array();
    for (JsonNode link : Shape.list(span.path("links"), "links")) {
      ObjectNode view =
          links
              .addObject()
              .put("trace_id", Shape.id(link.path("traceId"), TRACE_BYTES, "a link's traceId"))
              .put("span_id", Shape.id(link.path("spanId"), SPAN_BYTES, "a link's spanId"));
      Attributes.of(link.path("attributes")).values().forEach(view.putObject("attributes")::set);
    }
    if (!links.isEmpty()) {
      meta.put("_dd.span_links", Json.write(links));
    }
  }
}
