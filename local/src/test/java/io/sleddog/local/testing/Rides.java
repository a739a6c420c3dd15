package io.sleddog.local.testing;

import io.sleddog.local.json.Json;
import io.sleddog.local.live.Ride;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rides that never took place, for tests: two spans, a metric and four logs, all of it arrived. */
public final class Rides {
  private static final long START = 1_700_000_000_000L;
  private static final long NANOS = 1_000_000;
  private static final String EVENT =
      "{\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"rawPath\":\"/orders\","
          + "\"headers\":{\"authorization\":\"Bearer abc\"},"
          + "\"body\":\"{\\\"id\\\":4711,\\\"password\\\":\\\"x\\\"}\"}";

  private Rides() {}

  /** A ride that went well; its request id ends with the number. */
  public static Ride ok(String function, int number) {
    return arrived(begun(function, number, InvocationStatus.SUCCESS), number, 202);
  }

  /** One whose handler threw. */
  public static Ride failed(String function, int number) {
    return arrived(begun(function, number, InvocationStatus.ERROR), number, 202);
  }

  /** One of which the intake refused all. */
  public static Ride refused(String function, int number, int status) {
    return arrived(begun(function, number, InvocationStatus.SUCCESS), number, status);
  }

  /** One of which the intake refused all, and which the forwarder keeps. */
  public static Ride kept(String function, int number) {
    Ride refused = refused(function, number, 503);
    Execution run =
        Executions.of(
            "sleddog-forwarder", "{}", "forwarder request_id=r logs_stored=4 metrics_stored=1\n");
    Delivery delivery =
        new Delivery(refused.execution().stream(), refused.execution().events(), run);
    return new Ride(refused.function(), refused.execution(), List.of(delivery), refused.requests());
  }

  /** One whose lines still wait for the forwarder. */
  public static Ride waiting(String function, int number) {
    return begun(function, number, InvocationStatus.SUCCESS);
  }

  /** One that wrote the given lines and of which only the spans given arrived. */
  public static Ride with(String function, int number, List<String> lines, List<Span> spans) {
    Ride begun = Ride.begun(spec(function), execution(function, number, lines));
    IntakeRequest traces =
        request("/api/v0.2/traces", 202, new Contents(spans, List.of(), logs(begun)), "x");
    return new Ride(begun.function(), begun.execution(), delivery(begun), List.of(traces));
  }

  /** The function of all rides with this name. */
  public static FunctionSpec spec(String function) {
    return FunctionSpec.of(function, "com.acme.Orders", Path.of("orders.jar"));
  }

  /** The request id of a ride. */
  public static String id(int number) {
    return String.format("8f5d6e2a-0000-4000-8000-%012d", number);
  }

  private static Ride begun(String function, int number, InvocationStatus status) {
    List<String> lines =
        List.of(
            "START RequestId: " + id(number) + " Version: $LATEST\n",
            "{\"level\":\"WARN\",\"message\":\"stock is low\"}\n",
            "java.lang.IllegalStateException: no payment\n\tat com.acme.Orders.place(Orders.java:42)\n",
            "{\"m\":\"orders.placed\",\"v\":"
                + number
                + ",\"e\":1700000000,\"t\":[\"plan:pro\"]}\n",
            "{\"traces\":[[{\"trace_id\":\""
                + Span.hex(number)
                + "\",\"span_id\":\""
                + Span.hex(1)
                + "\"},{\"trace_id\":\""
                + Span.hex(number)
                + "\",\"span_id\":\""
                + Span.hex(2)
                + "\"}]]}\n",
            "REPORT RequestId: " + id(number) + "\tDuration: 23.40 ms\tMemory Size: 512 MB\n");
    Execution execution = execution(function, number, lines);
    Invocation invocation = invocation(function, number, status);
    return Ride.begun(
        spec(function), new Execution(invocation, execution.stream(), execution.events()));
  }

  private static Execution execution(String function, int number, List<String> lines) {
    List<LogEvent> events = new ArrayList<>();
    for (String line : lines) {
      String id = "e" + number + "." + events.size();
      events.add(new LogEvent(id, START + number * 1000L, line, id(number)));
    }
    LogStream stream = new LogStream("/aws/lambda/" + function, "2026/11/21/[$LATEST]abc");
    return new Execution(invocation(function, number, InvocationStatus.SUCCESS), stream, events);
  }

  private static Invocation invocation(String function, int number, InvocationStatus status) {
    boolean ok = status == InvocationStatus.SUCCESS;
    String answer =
        ok
            ? "{\"statusCode\":201}"
            : "{\"errorMessage\":\"no payment\",\"errorType\":\"java.lang.IllegalStateException\"}";
    Duration init = number == 1 ? Duration.ofMillis(412) : null;
    return new Invocation(
        id(number),
        function,
        Payload.of(EVENT),
        Payload.of(answer),
        status,
        ok ? null : "Unhandled",
        new Invocation.Timing(START + number * 1000L, Duration.ofNanos(23_400_000), init),
        128);
  }

  private static Ride arrived(Ride begun, int number, int status) {
    List<IntakeRequest> requests =
        List.of(
            request(
                "/api/v2/logs", status, new Contents(List.of(), List.of(), logs(begun)), "[{}]"),
            request(
                "/api/v1/distribution_points",
                status,
                new Contents(List.of(), List.of(point(begun.function().name(), number)), List.of()),
                "{\"series\":[]}"),
            request(
                "/api/v0.2/traces",
                status,
                new Contents(spans(number), List.of(), List.of()),
                "pb"));
    return new Ride(begun.function(), begun.execution(), delivery(begun), requests);
  }

  private static List<Delivery> delivery(Ride ride) {
    Execution run = Executions.of("sleddog-forwarder", "{}");
    return List.of(new Delivery(ride.execution().stream(), ride.execution().events(), run));
  }

  private static List<LogEntry> logs(Ride ride) {
    return ride.execution().events().stream()
        .filter(
            event ->
                !event.message().startsWith("{\"m\"") && !event.message().startsWith("{\"traces\""))
        .map(Rides::log)
        .toList();
  }

  private static LogEntry log(LogEvent event) {
    return new LogEntry(
        Json.object()
            .put("id", event.id())
            .put("message", event.message())
            .put("timestamp", event.timestampMillis())
            .put("ddsource", "lambda"));
  }

  private static MetricPoint point(String function, int number) {
    List<String> tags = List.of("functionname:" + function, "plan:pro");
    return new MetricPoint("orders.placed", number, 1_700_000_000, tags);
  }

  private static List<Span> spans(int trace) {
    return List.of(
        span(trace, 1, 0, "aws.lambda", Map.of("function_trigger.event_source", "http-api")),
        span(trace, 2, 1, "order.validate", Map.of("customer.id", "17")));
  }

  /** A span of a trace, a millisecond after its parent. */
  public static Span span(long trace, long id, long parent, String name, Map<String, String> meta) {
    long start = (START + trace * 1000 + id) * NANOS;
    return new Span(
        trace,
        id,
        parent,
        "orders",
        name,
        "resource of " + name,
        "serverless",
        start,
        20 * NANOS / id,
        0,
        meta,
        Map.of("_sampling_priority_v1", 1.0),
        1);
  }

  private static IntakeRequest request(String path, int status, Contents contents, String body) {
    Map<String, String> headers =
        new TreeMap<>(Map.of("content-type", "application/json", "dd-api-key", "****cdef"));
    Contents taken = status == 202 ? contents : Contents.NONE;
    return new IntakeRequest(
        START, "POST", path, headers, body.length(), Payload.of(body), status, taken, null);
  }
}
