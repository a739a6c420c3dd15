package io.sleddog.local;

import io.sleddog.local.live.Ride;
import io.sleddog.local.model.Contents;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What came to the agent, as the page shows it: each trace of a request as if it were an invocation
 * of its service, and what else a request has as one of the agent.
 */
final class AgentRides {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private AgentRides() {}

  /** One for each trace, or one for all else; none for a client that only tries the connection. */
  static List<Ride> of(IntakeRequest request) {
    if (request.contents().spans().isEmpty()) {
      boolean empty = request.accepted() && request.problem() == null;
      return empty && request.contents().equals(Contents.NONE)
          ? List.of()
          : List.of(ride("agent", request, List.of()));
    }
    Map<Long, List<Span>> traces = new LinkedHashMap<>();
    for (Span span : request.contents().spans()) {
      traces.computeIfAbsent(span.traceId(), none -> new ArrayList<>()).add(span);
    }
    List<Ride> rides = new ArrayList<>();
    for (List<Span> spans : traces.values()) {
      IntakeRequest own = rides.isEmpty() ? request : withoutBody(request);
      rides.add(ride(spans.get(0).service(), with(own, spans), spans));
    }
    return rides;
  }

  private static IntakeRequest with(IntakeRequest request, List<Span> spans) {
    return new IntakeRequest(
        request.receivedAtMillis(),
        request.method(),
        request.path(),
        request.headers(),
        request.wireBytes(),
        request.body(),
        request.status(),
        new Contents(spans, List.of(), List.of()),
        request.problem());
  }

  /** The first trace has the body, so that it is kept once. */
  private static IntakeRequest withoutBody(IntakeRequest request) {
    return new IntakeRequest(
        request.receivedAtMillis(),
        request.method(),
        request.path(),
        request.headers(),
        0,
        Payload.of(""),
        request.status(),
        request.contents(),
        request.problem());
  }

  private static Ride ride(String service, IntakeRequest request, List<Span> spans) {
    FunctionSpec name = FunctionSpec.of(service.isEmpty() ? "agent" : service, "", Path.of(""));
    Invocation invocation =
        new Invocation(
            UUID.randomUUID().toString(),
            name.name(),
            Payload.of(""),
            Payload.of(""),
            request.accepted() && spans.stream().allMatch(span -> span.error() == 0)
                ? InvocationStatus.SUCCESS
                : InvocationStatus.ERROR,
            null,
            timing(request, spans),
            0);
    Execution execution = new Execution(invocation, new LogStream("agent", "agent"), List.of());
    return new Ride(name, execution, List.of(), List.of(request));
  }

  private static Invocation.Timing timing(IntakeRequest request, List<Span> spans) {
    long start = spans.stream().mapToLong(Span::startNanos).min().orElse(0);
    long end = spans.stream().mapToLong(s -> s.startNanos() + s.durationNanos()).max().orElse(0);
    long startMillis = spans.isEmpty() ? request.receivedAtMillis() : start / NANOS_PER_MILLI;
    return new Invocation.Timing(startMillis, Duration.ofNanos(Math.max(0, end - start)), null);
  }
}
