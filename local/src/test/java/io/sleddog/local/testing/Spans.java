package io.sleddog.local.testing;

import io.sleddog.local.model.Span;
import java.util.Map;

/** Spans of one trace for tests, times in microseconds from a fixed start. */
public final class Spans {
  private static final long START = 1_700_000_000_000_000_000L;

  private Spans() {}

  /** A span without tags. */
  public static Span span(long id, long parent, String name, long fromMicros, long micros) {
    return new Span(
        0x4000000000000001L,
        id,
        parent,
        "orders",
        name,
        "resource of " + name,
        "",
        START + fromMicros * 1000,
        micros * 1000,
        0,
        Map.of(),
        Map.of(),
        1);
  }

  /** The same span with an error. */
  public static Span failed(Span span, String type, String message) {
    return new Span(
        span.traceId(),
        span.spanId(),
        span.parentId(),
        span.service(),
        span.name(),
        span.resource(),
        span.type(),
        span.startNanos(),
        span.durationNanos(),
        1,
        Map.of("error.type", type, "error.message", message),
        span.metrics(),
        span.priority());
  }
}
