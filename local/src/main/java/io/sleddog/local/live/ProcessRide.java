package io.sleddog.local.live;

import io.sleddog.local.json.Json;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ride of what a process sent by itself: as if it were an invocation of its service. */
public final class ProcessRide {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private ProcessRide() {}

  /** A new one. */
  static Ride begun(String service, List<IntakeRequest> requests) {
    return of(UUID.randomUUID().toString(), service, requests);
  }

  /** The one with this id, with what it has now. */
  static Ride of(String id, String service, List<IntakeRequest> requests) {
    List<Span> spans = requests.stream().flatMap(one -> one.contents().spans().stream()).toList();
    ErrorJson error = ErrorJson.of(spans, requests);
    Invocation invocation =
        new Invocation(
            id,
            service,
            Payload.of(""),
            Payload.of(error == null ? "" : error.text()),
            error == null ? InvocationStatus.SUCCESS : InvocationStatus.ERROR,
            error == null ? null : error.type(),
            timing(requests.get(0), spans),
            0);
    Execution execution = new Execution(invocation, new LogStream(service, ""), List.of());
    return new Ride(FunctionSpec.of(service, "", Path.of("")), execution, List.of(), requests);
  }

  /** The first of the spans whose parent is not among them. */
  public static Span top(List<Span> spans) {
    Set<Long> ids = spans.stream().map(Span::spanId).collect(Collectors.toSet());
    return spans.stream()
        .filter(span -> !ids.contains(span.parentId()))
        .findFirst()
        .orElse(spans.get(0));
  }

  /** The way by which a request with this path came: dogstatsd, dd-trace or otlp. */
  public static String way(String path) {
    if (path.equals("/dogstatsd")) {
      return "dogstatsd";
    }
    return path.startsWith("/v0.") ? "dd-trace" : "otlp";
  }

  private static Invocation.Timing timing(IntakeRequest first, List<Span> spans) {
    if (spans.isEmpty()) {
      return new Invocation.Timing(first.receivedAtMillis(), Duration.ZERO, null);
    }
    long start = spans.stream().mapToLong(Span::startNanos).min().orElse(0);
    long end = spans.stream().mapToLong(s -> s.startNanos() + s.durationNanos()).max().orElse(0);
    return new Invocation.Timing(
        start / NANOS_PER_MILLI, Duration.ofNanos(Math.max(0, end - start)), null);
  }

  /** Why it counts as failed, as an error JSON of Lambda tells it. */
  private record ErrorJson(String type, String message) {
    static @Nullable ErrorJson of(List<Span> spans, List<IntakeRequest> requests) {
      if (spans.isEmpty()) {
        return requests.stream()
            .filter(request -> !request.accepted())
            .map(request -> new ErrorJson("refused", String.valueOf(request.problem())))
            .findFirst()
            .orElse(null);
      }
      Span top = top(spans);
      String message = top.meta().getOrDefault("error.message", top.meta().get("error.msg"));
      return top.error() == 0
          ? null
          : new ErrorJson(
              top.meta().getOrDefault("error.type", "error"), message == null ? "" : message);
    }

    String text() {
      return Json.write(Json.object().put("errorType", type).put("errorMessage", message));
    }
  }
}
