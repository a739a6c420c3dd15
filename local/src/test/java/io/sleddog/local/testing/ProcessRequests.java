package io.sleddog.local.testing;

import io.sleddog.local.json.Json;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as an agent tells of them, for tests. */
public final class ProcessRequests {
  /** When they came: in the first minute of an hour. */
  public static final long RECEIVED = 1_700_002_800_000L;

  private ProcessRequests() {}

  /** Spans of a Java tracer. */
  public static IntakeRequest traces(Span... spans) {
    return request("/v0.4/traces", new Contents(List.of(spans), List.of(), List.of()), null);
  }

  /** Values by DogStatsD. */
  public static IntakeRequest metrics(MetricPoint... points) {
    return request("/dogstatsd", new Contents(List.of(), List.of(points), List.of()), null);
  }

  /** A log of the service web by OTLP; without a trace if its id is 0. */
  public static IntakeRequest log(String message, long traceId) {
    LogEntry log =
        new LogEntry(
            Json.object()
                .put("message", message)
                .put("service", "web")
                .put("timestamp", RECEIVED)
                .put("dd.trace_id", traceId == 0 ? "" : "0".repeat(16) + Span.hex(traceId)));
    return request("/v1/logs", new Contents(List.of(), List.of(), List.of(log)), null);
  }

  /** A request of which nothing could be read. */
  public static IntakeRequest unreadable(String path, int status, String problem) {
    return new IntakeRequest(
        RECEIVED, "PUT", path, Map.of(), 1, Payload.of("x"), status, Contents.NONE, problem);
  }

  /** A span of a service that failed, or did not. */
  public static Span span(String service, long trace, long id, long parent, boolean failed) {
    Span like = Rides.span(trace, id, parent, "http.request", Map.of());
    Map<String, String> meta =
        failed
            ? Map.of("error.type", "java.io.IOException", "error.message", "no route", "env", "dev")
            : Map.of("_dd.hostname", "laptop", "env", "dev");
    return new Span(
        trace,
        id,
        parent,
        service,
        like.name(),
        "GET /orders",
        "web",
        like.startNanos(),
        like.durationNanos(),
        failed ? 1 : 0,
        meta,
        Map.of(),
        1);
  }

  private static IntakeRequest request(String path, Contents contents, @Nullable String problem) {
    return new IntakeRequest(
        RECEIVED,
        "POST",
        path,
        Map.of("datadog-meta-lang", "java", "content-type", "application/msgpack"),
        1,
        Payload.of("x"),
        200,
        contents,
        problem);
  }
}
