package io.sleddog.local.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Ride;
import io.sleddog.local.live.Trip;
import io.sleddog.local.logs.PlatformReport;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** All facts of one invocation but its payloads and its lists. */
final class DetailView {
  /** US dollars: a gigabyte second on x86 in us-east-1, and a request. */
  private static final double GB_SECOND = 0.0000166667;

  private static final double REQUEST = 0.0000002;
  private static final double MB_PER_GB = 1024;

  private DetailView() {}

  static ObjectNode of(Trip trip) {
    Invocation invocation = trip.ride().execution().invocation();
    ErrorText error = ErrorText.of(trip);
    ObjectNode detail =
        Json.object()
            .put("kind", kind(trip.ride()))
            .put("id", invocation.requestId())
            .put("function", invocation.function())
            .put("trigger", TriggerName.of(trip))
            .put("status", RowView.status(invocation))
            .put("startedAt", invocation.timing().startedAtMillis())
            .put("errorType", error.type())
            .put("errorMessage", error.message())
            .put("traceId", RowView.traceId(trip))
            .put("durationMs", RowView.millis(invocation.timing().duration()));
    putCounts(detail, trip);
    if (trip.ride().direct()) {
      detail.setAll(ProcessView.of(trip));
    } else {
      putTimes(detail, trip);
      putLimits(detail, trip);
      putArrival(detail, trip);
      putTags(detail, trip);
    }
    return detail;
  }

  private static String kind(Ride ride) {
    if (ride.direct()) {
      return "process";
    }
    return ride.logged() ? "log" : "function";
  }

  private static void putTimes(ObjectNode detail, Trip trip) {
    Invocation invocation = trip.ride().execution().invocation();
    FunctionSpec function = trip.ride().function();
    Invocation.Timing timing = invocation.timing();
    long billed =
        report(trip)
            .flatMap(PlatformReport::parse)
            .map(PlatformReport::billedMillis)
            .filter(millis -> millis > 0)
            .orElseGet(() -> (long) Math.ceil(RowView.millis(timing.total())));
    Duration init = timing.init();
    detail.put("initMs", init == null ? null : RowView.millis(init));
    detail.put("billedMs", billed);
    double gigabyteSeconds = billed / 1000.0 * function.memoryMb() / MB_PER_GB;
    detail.put("costUsd", function.memoryMb() == 0 ? null : gigabyteSeconds * GB_SECOND + REQUEST);
  }

  /** A log tells of no limit of time, and of none of memory before it has a report. */
  private static void putLimits(ObjectNode detail, Trip trip) {
    FunctionSpec function = trip.ride().function();
    boolean sized = function.memoryMb() > 0;
    Long timeout = trip.ride().logged() ? null : function.timeout().toMillis();
    detail
        .put("memoryMb", sized ? trip.ride().execution().invocation().maxMemoryMb() : null)
        .put("sizeMb", sized ? function.memoryMb() : null)
        .put("timeoutMs", timeout);
  }

  private static void putCounts(ObjectNode detail, Trip trip) {
    detail
        .putObject("counts")
        .put("spans", trip.spans().size())
        .put("logs", trip.logs().size())
        .put("metrics", trip.points().size())
        .put("lines", trip.ride().execution().events().size());
  }

  private static void putArrival(ObjectNode detail, Trip trip) {
    Ledger ledger = trip.ledger();
    detail.put(
        "expected",
        ledger.spans().written() + ledger.metrics().written() + ledger.logs().written());
    detail.put(
        "arrived", ledger.spans().arrived() + ledger.metrics().arrived() + ledger.logs().arrived());
    detail.put(
        "writtenBytes",
        trip.ride().execution().events().stream()
            .mapToLong(event -> event.message().getBytes(StandardCharsets.UTF_8).length)
            .sum());
  }

  private static Optional<String> report(Trip trip) {
    return trip.ride().execution().events().stream()
        .map(LogEvent::message)
        .filter(text -> text.startsWith("REPORT ") || text.contains("platform.report"))
        .reduce((first, last) -> last);
  }

  private static void putTags(ObjectNode detail, Trip trip) {
    detail.put("report", report(trip).orElse(null));
    ObjectNode tags = detail.putObject("tags");
    trip.spans().stream()
        .filter(span -> SpanKind.of(span) == SpanKind.FUNCTION)
        .findFirst()
        .map(Span::meta)
        .ifPresent(meta -> meta.forEach(tags::put));
    detail.put("noTraceBecause", (String) null);
  }
}
