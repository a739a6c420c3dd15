package io.sleddog.local.intake;

import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of {@code /api/v0.2/traces}: AgentPayload, which current agents send, and the
 * older TracePayload. Both share the fields 1 and 2 and differ in the field of the traces, so one
 * reader takes both. Field numbers are those of Datadog's {@code agent_payload.proto}.
 */
final class TraceDecoder {
  private static final int TRACE_PAYLOAD_TRACES = 3;
  private static final int AGENT_PAYLOAD_TRACERS = 5;
  private static final int API_TRACE_SPANS = 2;
  private static final int TRACER_CHUNKS = 6;
  private static final int CHUNK_PRIORITY = 1;
  private static final int CHUNK_SPANS = 3;

  private final List<Span> spans = new ArrayList<>();

  private TraceDecoder() {}

  static List<Span> decode(byte[] body) {
    TraceDecoder decoder = new TraceDecoder();
    decoder.payload(new ProtobufReader(body));
    return decoder.spans;
  }

  private void payload(ProtobufReader in) {
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == TRACE_PAYLOAD_TRACES) {
        apiTrace(in.asMessage());
      } else if (field == AGENT_PAYLOAD_TRACERS) {
        tracer(in.asMessage());
      }
    }
  }

  private void apiTrace(ProtobufReader in) {
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == API_TRACE_SPANS) {
        spans.add(span(in.asMessage(), null));
      }
    }
  }

  private void tracer(ProtobufReader in) {
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == TRACER_CHUNKS) {
        chunk(in);
      }
    }
  }

  private void chunk(ProtobufReader at) {
    int priority = 0;
    ProtobufReader in = at.asMessage();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == CHUNK_PRIORITY) {
        priority = in.asInt();
      }
    }
    in = at.asMessage();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == CHUNK_SPANS) {
        spans.add(span(in.asMessage(), priority));
      }
    }
  }

  private static Span span(ProtobufReader in, @Nullable Integer priority) {
    Map<Integer, String> texts = new LinkedHashMap<>();
    Map<Integer, Long> numbers = new LinkedHashMap<>();
    Map<String, String> meta = new LinkedHashMap<>();
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1, 2, 3, 12 -> texts.put(field, in.asText());
        case 4, 5, 6, 7, 8, 9 -> numbers.put(field, in.asLong());
        case 10 -> metaEntry(in.asMessage(), meta);
        case 11 -> metricsEntry(in.asMessage(), metrics);
        default -> {
          // links, events and structs are not shown
        }
      }
    }
    return new Span(
        numbers.getOrDefault(4, 0L),
        numbers.getOrDefault(5, 0L),
        numbers.getOrDefault(6, 0L),
        texts.getOrDefault(1, ""),
        texts.getOrDefault(2, ""),
        texts.getOrDefault(3, ""),
        texts.getOrDefault(12, ""),
        numbers.getOrDefault(7, 0L),
        numbers.getOrDefault(8, 0L),
        numbers.getOrDefault(9, 0L).intValue(),
        meta,
        metrics,
        priority);
  }

  private static void metaEntry(ProtobufReader in, Map<String, String> meta) {
    String key = "";
    String value = "";
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        key = in.asText();
      } else if (field == 2) {
        value = in.asText();
      }
    }
    meta.put(key, value);
  }

  private static void metricsEntry(ProtobufReader in, Map<String, Double> metrics) {
    String key = "";
    double value = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == 1) {
        key = in.asText();
      } else if (field == 2) {
        value = in.asDouble();
      }
    }
    metrics.put(key, value);
  }
}
