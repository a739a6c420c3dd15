package io.sleddog.local.testing;

import io.sleddog.local.model.Execution;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Invocations that never ran, for tests. */
public final class Executions {
  private static final String REQUEST = "8f5d6e2a-0000-4000-8000-000000000001";

  private Executions() {}

  /** An invocation of 23.4 ms after a cold start of 412 ms, which wrote the given messages. */
  public static Execution of(String function, String event, String... messages) {
    return of(invocation(function, event, InvocationStatus.SUCCESS, null), messages);
  }

  /** An execution that wrote the given messages; their ids are e0, e1 and so on. */
  public static Execution of(Invocation invocation, String... messages) {
    List<LogEvent> events = new ArrayList<>();
    for (String message : messages) {
      events.add(new LogEvent("e" + events.size(), 1_700_000_000_000L, message, REQUEST));
    }
    LogStream stream = new LogStream("/aws/lambda/" + invocation.function(), "stream");
    return new Execution(invocation, stream, events);
  }

  /** An invocation that ended so and answered this. */
  public static Invocation answered(InvocationStatus status, String answer) {
    Invocation any = invocation("any", "{}", status, null);
    return new Invocation(
        REQUEST,
        any.function(),
        any.event(),
        Payload.of(answer),
        status,
        null,
        any.timing(),
        any.maxMemoryMb());
  }

  /** An invocation with a cold start. */
  public static Invocation invocation(
      String function, String event, InvocationStatus status, String errorType) {
    return new Invocation(
        REQUEST,
        function,
        Payload.of(event),
        Payload.of("{}"),
        status,
        errorType,
        new Invocation.Timing(
            1_700_000_000_000L, Duration.ofNanos(23_400_000), Duration.ofMillis(412)),
        128);
  }
}
