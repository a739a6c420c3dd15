package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Span;
import io.sleddog.forwarder.trace.Chunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Encodes chunks in the protobuf shape that current Datadog agents send: an AgentPayload of
 * TracerPayloads of TraceChunks of Spans.
 */
final class AgentPayload {
  private static final int TRACER_PAYLOADS = 5;
  private static final int LANGUAGE = 2;
  private static final int RUNTIME_ID = 5;
  private static final int CHUNKS = 6;
  private static final int ENV = 8;
  private static final int APP_VERSION = 10;
  private static final int PRIORITY = 1;
  private static final int ORIGIN = 2;
  private static final int SPANS = 3;

  private AgentPayload() {}

  static TracePart part(Chunk chunk) {
    ProtoWriter proto = new ProtoWriter(new ByteWriter(4096));
    proto.number(PRIORITY, chunk.priority());
    proto.text(ORIGIN, "lambda");
    for (Span span : chunk.spans()) {
      int start = proto.begin(SPANS);
      span(span, proto);
      proto.end(start);
    }
    Map<String, String> meta = chunk.spans().get(0).meta();
    List<String> shared =
        List.of(
            chunk.env(),
            meta.getOrDefault("language", ""),
            meta.getOrDefault("runtime-id", ""),
            meta.getOrDefault("version", ""));
    return new TracePart(shared, proto.bytes().toByteArray());
  }

  static void write(List<TracePart> parts, ByteWriter body) {
    Map<List<String>, List<TracePart>> payloads = new LinkedHashMap<>();
    for (TracePart part : parts) {
      payloads.computeIfAbsent(part.shared(), shared -> new ArrayList<>()).add(part);
    }
    ProtoWriter proto = new ProtoWriter(body);
    for (List<TracePart> payload : payloads.values()) {
      int start = proto.begin(TRACER_PAYLOADS);
      tracerPayload(payload, proto);
      proto.end(start);
    }
  }

  private static void tracerPayload(List<TracePart> parts, ProtoWriter proto) {
    List<String> shared = parts.get(0).shared();
    proto.text(LANGUAGE, shared.get(1));
    proto.text(RUNTIME_ID, shared.get(2));
    for (TracePart part : parts) {
      proto.bytes(CHUNKS, part.chunk());
    }
    proto.text(ENV, shared.get(0));
    proto.text(APP_VERSION, shared.get(3));
  }

  private static void span(Span span, ProtoWriter proto) {
    proto.text(1, span.service());
    proto.text(2, span.name());
    proto.text(3, span.resource());
    proto.number(4, span.ids().traceId());
    proto.number(5, span.ids().spanId());
    proto.number(6, span.ids().parentId());
    proto.number(7, span.startNanos());
    proto.number(8, span.durationNanos());
    proto.number(9, span.error());
    for (Map.Entry<String, String> entry : span.meta().entrySet()) {
      int start = proto.begin(10);
      proto.text(1, entry.getKey());
      proto.text(2, entry.getValue());
      proto.end(start);
    }
    for (Map.Entry<String, Double> entry : span.metrics().entrySet()) {
      int start = proto.begin(11);
      proto.text(1, entry.getKey());
      proto.decimal(2, entry.getValue());
      proto.end(start);
    }
    proto.text(12, span.type());
  }
}
