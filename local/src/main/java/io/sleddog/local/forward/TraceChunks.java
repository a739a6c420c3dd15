package io.sleddog.local.forward;

import io.sleddog.forwarder.trace.Chunk;
import io.sleddog.local.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spans as the forwarder has them. All are kept: whoever sends on wants to see them. */
final class TraceChunks {
  private static final int KEPT = 1;
  private static final int HEX = 16;

  private TraceChunks() {}

  static List<Chunk> of(List<Span> spans) {
    Map<String, List<io.sleddog.forwarder.model.Span>> byEnv = new LinkedHashMap<>();
    for (Span span : spans) {
      byEnv
          .computeIfAbsent(span.meta().getOrDefault("env", "none"), env -> new ArrayList<>())
          .add(span(span));
    }
    List<Chunk> chunks = new ArrayList<>();
    byEnv.forEach((env, group) -> chunks.add(new Chunk(env, KEPT, group)));
    return chunks;
  }

  private static io.sleddog.forwarder.model.Span span(Span span) {
    return new io.sleddog.forwarder.model.Span(
        new io.sleddog.forwarder.model.Span.Ids(
            upperHalf(span), span.traceId(), span.spanId(), span.parentId()),
        span.service(),
        span.name(),
        span.resource(),
        span.type(),
        span.startNanos(),
        span.durationNanos(),
        span.error(),
        span.meta(),
        span.metrics());
  }

  private static long upperHalf(Span span) {
    try {
      return Long.parseUnsignedLong(span.meta().getOrDefault("_dd.p.tid", "0"), HEX);
    } catch (NumberFormatException noId) {
      return 0; // the lower half still joins the spans
    }
  }
}
