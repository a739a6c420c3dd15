package io.sleddog.forwarder.otlp;

import io.sleddog.forwarder.model.Span;
import io.sleddog.forwarder.trace.Chunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spans under the names of OpenTelemetry. Traces that were sampled out are left out. */
final class TraceRequest {
  private static final int SAMPLED = 1;
  private static final int ERROR = 2;

  private final Form form;
  private final SpanExtras extras;
  private final Map<Long, Long> highHalves = new HashMap<>();

  private TraceRequest(Form form) {
    this.form = form;
    this.extras = new SpanExtras(form);
  }

  static void write(List<Chunk> chunks, Place place, Form form) throws IOException {
    TraceRequest request = new TraceRequest(form);
    Map<Producer, List<Span>> sorted = new LinkedHashMap<>();
    for (Chunk chunk : chunks) {
      if (chunk.priority() > 0) {
        request.sort(chunk, place, sorted);
      }
    }
    form.list("resourceSpans");
    for (Map.Entry<Producer, List<Span>> producer : sorted.entrySet()) {
      producer.getKey().begin("spans", "scopeSpans", form);
      for (Span span : producer.getValue()) {
        request.span(span);
      }
      Producer.end(form);
    }
    form.endList();
  }

  private void sort(Chunk chunk, Place place, Map<Producer, List<Span>> sorted) {
    for (Span span : chunk.spans()) {
      long high = high(span);
      if (high != 0) {
        highHalves.put(span.ids().traceId(), high);
      }
      Map<String, String> tags = new LinkedHashMap<>(span.meta());
      tags.put("env", chunk.env());
      Producer producer =
          place
              .of(ProducerTags.producer(span.service(), tags))
              .with("host.name", span.meta().getOrDefault("_dd.hostname", ""));
      sorted.computeIfAbsent(producer, p -> new ArrayList<>()).add(span);
    }
  }

  private static long high(Span span) {
    if (span.ids().traceIdHigh() != 0) {
      return span.ids().traceIdHigh();
    }
    try {
      return Long.parseUnsignedLong(span.meta().getOrDefault("_dd.p.tid", "0"), 16);
    } catch (NumberFormatException ignored) {
      return 0; // the lower half still joins the spans
    }
  }

  private void span(Span span) throws IOException {
    Span.Ids ids = span.ids();
    long high = highHalves.getOrDefault(ids.traceId(), 0L);
    form.begin(2, "");
    form.id(1, "traceId", hex(high) + hex(ids.traceId()));
    form.id(2, "spanId", hex(ids.spanId()));
    form.text(3, "traceState", span.meta().getOrDefault("w3c.tracestate", ""));
    form.id(4, "parentSpanId", ids.parentId() == 0 ? "" : hex(ids.parentId()));
    form.text(5, "name", span.resource().isEmpty() ? span.name() : span.resource());
    form.number(6, "kind", SpanKinds.of(span));
    form.fixed64(7, "startTimeUnixNano", span.startNanos());
    form.fixed64(8, "endTimeUnixNano", span.startNanos() + span.durationNanos());
    attributes(span);
    extras.events(span);
    extras.links(span);
    if (span.error() != 0) {
      form.begin(15, "status");
      form.text(2, "message", SpanExtras.message(span));
      form.number(3, "code", ERROR);
      form.end();
    }
    form.fixed32(16, "flags", SAMPLED);
    form.end();
  }

  private void attributes(Span span) {
    form.list("attributes");
    text("operation.name", span.name());
    text("resource.name", span.resource());
    text("span.type", span.type());
    for (Map.Entry<String, String> meta : span.meta().entrySet()) {
      String name = SpanNames.of(meta.getKey());
      if (SpanNames.isNumber(meta.getKey()) && isDigits(meta.getValue())) {
        Values.number(name, Double.parseDouble(meta.getValue()), 9, "", form);
      } else if (SpanNames.isTruth(meta.getKey(), meta.getValue())) {
        Values.truth(name, meta.getValue().equals("true"), 9, form);
      } else if (!name.isEmpty()) {
        Values.text(name, meta.getValue(), 9, "", form);
      }
    }
    for (Map.Entry<String, Double> metric : span.metrics().entrySet()) {
      String name = SpanNames.of(metric.getKey());
      if (!name.isEmpty() && !span.meta().containsKey(metric.getKey())) {
        Values.number(name, metric.getValue(), 9, "", form);
      }
    }
    form.endList();
  }

  private void text(String key, String value) {
    if (!value.isEmpty()) {
      Values.text(key, value, 9, "", form);
    }
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty()
        && text.length() < 16
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
