package io.sleddog.local.forward;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spans of Datadog as OTLP's JSON. */
final class OtlpTraces {
  private static final List<String> KINDS =
      List.of("unspecified", "internal", "server", "client", "producer", "consumer");
  private static final int INTERNAL = 1;
  private static final int FAILED = 2;

  private OtlpTraces() {}

  static ObjectNode body(List<Span> spans) {
    Map<Map<String, String>, ArrayNode> groups = new LinkedHashMap<>();
    Map<Long, String> upper = new LinkedHashMap<>();
    spans.forEach(span -> upper.merge(span.traceId(), upper(span), OtlpTraces::longer));
    for (Span span : spans) {
      groups
          .computeIfAbsent(resource(span), none -> Json.array())
          .add(span(span, upper.getOrDefault(span.traceId(), "")));
    }
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray("resourceSpans");
    groups.forEach((resource, group) -> list.add(group(resource, group)));
    return body;
  }

  private static ObjectNode group(Map<String, String> resource, ArrayNode spans) {
    ObjectNode group = Pairs.resource(resource);
    group.putArray("scopeSpans").addObject().set("spans", spans);
    return group;
  }

  /** Only the first span of a trace has the upper half of its id. */
  private static String upper(Span span) {
    return span.meta().getOrDefault("_dd.p.tid", "");
  }

  private static String longer(String one, String other) {
    return one.length() >= other.length() ? one : other;
  }

  private static Map<String, String> resource(Span span) {
    Map<String, String> resource = new LinkedHashMap<>();
    resource.put("service.name", span.service());
    resource.put("deployment.environment.name", span.meta().getOrDefault("env", ""));
    resource.put("service.version", span.meta().getOrDefault("version", ""));
    resource.put("host.name", span.meta().getOrDefault("_dd.hostname", ""));
    return resource;
  }

  private static ObjectNode span(Span span, String upper) {
    String tid = upper.isEmpty() ? "0".repeat(16) : upper;
    ObjectNode view =
        Json.object()
            .put("traceId", tid + Span.hex(span.traceId()))
            .put("spanId", Span.hex(span.spanId()))
            .put("parentSpanId", span.parentId() == 0 ? "" : Span.hex(span.parentId()))
            .put("name", span.resource().isEmpty() ? span.name() : span.resource())
            .put("kind", kind(span))
            .put("startTimeUnixNano", Long.toString(span.startNanos()))
            .put("endTimeUnixNano", Long.toString(span.startNanos() + span.durationNanos()));
    view.set("attributes", attributes(span));
    if (span.error() != 0) {
      String message = span.meta().getOrDefault("error.message", "");
      view.putObject("status").put("code", FAILED).put("message", message);
    }
    return view;
  }

  private static int kind(Span span) {
    int kind = KINDS.indexOf(span.meta().getOrDefault("span.kind", "internal"));
    return Math.max(INTERNAL, kind);
  }

  private static ArrayNode attributes(Span span) {
    Pairs pairs =
        new Pairs()
            .text("operation.name", span.name())
            .text("resource.name", span.resource())
            .text("span.type", span.type());
    span.meta().forEach(pairs::text);
    span.metrics().forEach(pairs::number);
    return pairs.list();
  }
}
