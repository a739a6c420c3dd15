package io.sleddog.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.expect.PartOf;
import io.sleddog.local.json.Json;
import io.sleddog.local.json.MalformedJson;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import io.sleddog.local.session.TraceId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What is to hold of an invocation. Each method gives the same object back, or throws an {@link
 * AssertionError} that says what was wanted, what was found, and shows all that arrived.
 */
public final class RideAssert {
  private final Ride ride;
  private final Claim claim;

  RideAssert(Ride ride) {
    this.ride = ride;
    this.claim = new Claim("the invocation", ride);
  }

  /** The handler returned. */
  public RideAssert succeeded() {
    Invocation invocation = ride.invocation();
    claim.require(
        invocation.succeeded(),
        "to succeed",
        () -> ended(invocation) + ": " + invocation.payload().text());
    return this;
  }

  /** The handler threw, ran out of time, or its process ended. */
  public RideAssert failed() {
    Invocation invocation = ride.invocation();
    claim.require(!invocation.succeeded(), "to fail", () -> "it answered " + ride.response());
    return this;
  }

  /**
   * It failed, and its answer has this text.
   *
   * @param text part of the error's type or message
   */
  public RideAssert failedWith(String text) {
    failed();
    claim.requirePart(text, ride.response(), "to fail with");
    return this;
  }

  private static String ended(Invocation invocation) {
    return switch (invocation.status()) {
      case SUCCESS -> "it succeeded";
      case ERROR -> "the handler threw";
      case TIMEOUT -> "its time was up";
      case CRASH -> "its process ended";
    };
  }

  /** The handler returned, and no span is marked as failed. */
  public RideAssert hasNoErrors() {
    succeeded();
    List<String> failed =
        ride.spans().stream().filter(span -> span.error() != 0).map(RideAssert::error).toList();
    claim.require(failed.isEmpty(), "to have no errors", () -> String.join("; ", failed));
    return this;
  }

  private static String error(Span span) {
    return span.name() + ": " + span.meta().getOrDefault("error.message", "no message");
  }

  /** Its process timed out; only a process of the function's own does. */
  public RideAssert timedOut() {
    Invocation invocation = ride.invocation();
    boolean late = invocation.status() == InvocationStatus.TIMEOUT;
    claim.require(late, "to time out", () -> ended(invocation));
    return this;
  }

  /** It was the first invocation of its environment. */
  public RideAssert wasColdStart() {
    boolean cold = ride.invocation().timing().init() != null;
    claim.require(cold, "to be a cold start", () -> "it was warm");
    return this;
  }

  /** It was not the first invocation of its environment. */
  public RideAssert wasWarm() {
    boolean cold = ride.invocation().timing().init() != null;
    claim.require(!cold, "to be warm", () -> "it was a cold start");
    return this;
  }

  /** It took no longer, the start of a process not counted. */
  public RideAssert tookAtMost(Duration longest) {
    Duration took = ride.invocation().timing().duration();
    claim.require(took.compareTo(longest) <= 0, "to take at most " + longest, took::toString);
    return this;
  }

  /**
   * The answer is this JSON, or has it as a part: objects may have more keys.
   *
   * @param json the whole answer, or what matters of it
   * @throws io.sleddog.local.json.MalformedJson if it is no JSON
   */
  public RideAssert hasResponse(String json) {
    String response = ride.response();
    claim.require(isPart(Json.parse(json), response), "to answer " + json, () -> response);
    return this;
  }

  private static boolean isPart(JsonNode wanted, String response) {
    try {
      return PartOf.isPart(wanted, Json.parse(response));
    } catch (MalformedJson noJson) {
      return false;
    }
  }

  /** There is a span of that name. */
  public RideAssert hasSpan(String name) {
    return hasSpan(name, span -> {});
  }

  /**
   * There is a span of that name of which all holds.
   *
   * @param wants what is to hold; if there are several such spans, of one of them
   */
  public RideAssert hasSpan(String name, Consumer<SpanAssert> wants) {
    List<Span> named = ride.spans().stream().filter(span -> span.name().equals(name)).toList();
    claim.require(!named.isEmpty(), "to have a span " + name, () -> "there are " + names());
    claim.any("a span " + name, named, span -> wants.accept(new SpanAssert(span, ride)));
    return this;
  }

  /** There is no span of that name. */
  public RideAssert hasNoSpan(String name) {
    boolean found = ride.spans().stream().anyMatch(span -> span.name().equals(name));
    claim.require(!found, "to have no span " + name, () -> "there is one");
    return this;
  }

  /** The spans have these names and there is no other, in the order of their starts. */
  public RideAssert hasSpans(String... names) {
    List<String> found = ride.spans().stream().map(Span::name).toList();
    claim.requireEqual(List.of(names), found, "to have the spans");
    return this;
  }

  /** All spans belong to one trace. */
  public RideAssert isOneTrace() {
    List<String> traces =
        ride.spans().stream().map(span -> Span.hex(span.traceId())).distinct().toList();
    claim.require(traces.size() == 1, "to be one trace", () -> "there are " + traces);
    return this;
  }

  private String names() {
    List<Span> spans = ride.spans();
    return spans.isEmpty()
        ? "none at all"
        : spans.stream().map(Span::name).distinct().collect(Collectors.joining(", "));
  }

  /** The function wrote a value of that metric. */
  public RideAssert hasMetric(String name) {
    return hasMetric(name, metric -> {});
  }

  /** The function wrote values of that metric, of which all holds. */
  public RideAssert hasMetric(String name, Consumer<MetricAssert> wants) {
    List<MetricPoint> points = ride.metric(name);
    List<String> others = ride.points().stream().map(MetricPoint::metric).distinct().toList();
    claim.require(
        !points.isEmpty(),
        "to write the metric " + name,
        () -> others.isEmpty() ? "it wrote none" : "it wrote " + String.join(", ", others));
    wants.accept(new MetricAssert(name, points, ride));
    return this;
  }

  /** The function wrote no value of that metric. */
  public RideAssert hasNoMetric(String name) {
    int count = ride.metric(name).size();
    claim.require(count == 0, "not to write the metric " + name, () -> "it did, ×" + count);
    return this;
  }

  /** There is a log line with this text. */
  public RideAssert hasLog(String text) {
    return hasLog(text, log -> {});
  }

  /**
   * There is a log line with this text of which all holds.
   *
   * @param wants what is to hold; if there are several such lines, of one of them
   */
  public RideAssert hasLog(String text, Consumer<LogAssert> wants) {
    List<LogEntry> with = ride.logs().stream().filter(log -> log.message().contains(text)).toList();
    claim.require(!with.isEmpty(), "to log " + text, () -> "no line has that");
    claim.any("a log with " + text, with, log -> wants.accept(new LogAssert(log, ride)));
    return this;
  }

  /** There is no log line with this text. */
  public RideAssert hasNoLog(String text) {
    List<String> with =
        ride.logs().stream().map(LogEntry::message).filter(log -> log.contains(text)).toList();
    claim.require(with.isEmpty(), "not to log " + text, () -> with.get(0).strip());
    return this;
  }

  /** Every log line that names a trace names the one of the invocation, and at least one does. */
  public RideAssert hasCorrelatedLogs() {
    List<Long> named = ride.logs().stream().flatMap(log -> TraceId.of(log).stream()).toList();
    List<Long> traces = ride.spans().stream().map(Span::traceId).distinct().toList();
    boolean all = !named.isEmpty() && traces.containsAll(named);
    claim.require(
        all,
        "to have logs that name its trace",
        () -> named.isEmpty() ? "none does" : "some do not");
    return this;
  }
}
