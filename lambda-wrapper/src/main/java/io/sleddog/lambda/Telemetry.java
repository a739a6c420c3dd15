package io.sleddog.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.sleddog.lambda.context.BaggageHeader;
import io.sleddog.lambda.context.TraceContext;
import io.sleddog.lambda.span.ActiveSpan;
import io.sleddog.lambda.span.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Custom metrics, custom spans, headers to send along, and the wrapping of a handler in code.
 *
 * <p>Everything here may be called from any thread, and nothing here fails: a name or value that is
 * not taken gives a warning in the log, once.
 */
public final class Telemetry {
  private static final Instrumentation PROCESS = Instrumentation.ofProcess();
  private static final InvocationRunner RUNNER = new InvocationRunner(PROCESS);

  private Telemetry() {}

  /**
   * Adds a point to a distribution metric.
   *
   * @param name the metric's name, such as {@code coffee_house.order_value}
   * @param value the value; one that is not finite is dropped with a warning
   * @param tags each {@code key:value}
   */
  public static void distribution(String name, double value, String... tags) {
    here().points().custom('d', name, value, null, tags);
  }

  /**
   * Adds a point to a distribution metric, measured at a time of its own.
   *
   * @param name the metric's name
   * @param value the value; one that is not finite is dropped with a warning
   * @param time when it was measured
   * @param tags each {@code key:value}
   */
  public static void distribution(String name, double value, Instant time, String... tags) {
    here().points().custom('d', name, value, time, tags);
  }

  /**
   * Adds to a count. Where lines are written it is a point of a distribution, whose sum is the
   * count: that is all that a forwarder takes.
   *
   * @param name the metric's name, such as {@code coffee_house.orders}
   * @param value how many; one that is not finite is dropped with a warning
   * @param tags each {@code key:value}
   */
  public static void count(String name, double value, String... tags) {
    here().points().custom('c', name, value, null, tags);
  }

  /**
   * Says how much there is of something now. Where lines are written it is a point of a
   * distribution, whose average, least and most are what to look at.
   *
   * @param name the metric's name, such as {@code coffee_house.queue_length}
   * @param value the value; one that is not finite is dropped with a warning
   * @param tags each {@code key:value}
   */
  public static void gauge(String name, double value, String... tags) {
    here().points().custom('g', name, value, null, tags);
  }

  /**
   * Tells of an event. The Agent and the extension take it to Datadog's events; where lines are
   * written it is a log line with the event's name, status and tags.
   *
   * @param kind how it is meant
   * @param title what happened, in at most 100 characters
   * @param text more about it, in at most 4,000 characters; what is longer is cut
   * @param tags each {@code key:value}
   */
  public static void event(EventKind kind, String title, String text, String... tags) {
    here().points().event(kind == null ? "info" : kind.word(), text(title), text(text), tags);
  }

  /**
   * Says how a service is that this code looked at. The Agent and the extension take it as a
   * service check; where lines are written it is a point of a distribution of that name: 0 is well,
   * 1 a warning, 2 critical, 3 unknown.
   *
   * @param name the check's name, such as {@code coffee_house.grinder}
   * @param state how it is
   * @param message more about it, in at most 4,000 characters; may be empty
   * @param tags each {@code key:value}
   */
  public static void check(String name, CheckState state, String message, String... tags) {
    here().points().check(name, state == null ? 3 : state.number(), text(message), tags);
  }

  private static String named(@Nullable String operation) {
    return operation == null || operation.isEmpty() ? "unnamed" : operation;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /**
   * Starts a span below the current one, with its service; it is current on this thread until it is
   * closed. Outside an invocation it does nothing in a function; in a process that is none it
   * begins a trace, which goes to the Agent, or out as a line, when the span is closed.
   *
   * @param operation what kind of work it is, such as {@code charge.card}
   */
  public static Span startSpan(String operation) {
    Scope scope = Scope.current();
    if (scope == null) {
      return PROCESS.startRoot(named(operation), Map.of());
    }
    ActiveSpan parent = scope.span();
    ActiveSpan span = parent.trace().start(named(operation), parent.service(), parent);
    return Span.owned(Scope.enter(scope.instrumentation(), span));
  }

  /**
   * Starts a span that goes on with the trace of a caller, for a process that is no function and
   * serves requests. In an invocation, or below another span, it is the same as without headers.
   *
   * @param operation what kind of work it is, such as {@code web.request}
   * @param headers the request's headers, in any case
   */
  public static Span startSpan(String operation, Map<String, String> headers) {
    return Scope.current() == null && headers != null
        ? PROCESS.startRoot(named(operation), headers)
        : startSpan(operation);
  }

  /**
   * Does work within a span. If it throws, the span is marked as failed, and the same exception
   * goes on to the caller.
   *
   * @param operation what kind of work it is
   * @return what {@code work} returned
   */
  public static <T, E extends Exception> T inSpan(String operation, SpanWork<T, E> work) throws E {
    try (Span span = startSpan(operation)) {
      try {
        return work.run();
      } catch (Throwable users) {
        span.error(users);
        throw users;
      }
    }
  }

  /** Does work within a span, which is marked as failed if the work throws. */
  public static void inSpan(String operation, Runnable work) {
    SpanWork<Boolean, RuntimeException> done =
        () -> {
          work.run();
          return true;
        };
    inSpan(operation, done);
  }

  /** The span that this thread works in: one of the user's own, or the invocation's. */
  public static Span currentSpan() {
    Scope scope = Scope.current();
    return scope == null ? Span.NONE : Span.borrowed(scope.span());
  }

  /**
   * The same work, done for the current span wherever it runs: for a task that is given to another
   * thread.
   */
  public static Runnable propagate(Runnable work) {
    Scope scope = Scope.current();
    return scope == null ? work : new Propagated<>(Executors.callable(work), scope);
  }

  /** The same work, done for the current span wherever it runs. */
  public static <T> Callable<T> propagate(Callable<T> work) {
    Scope scope = Scope.current();
    return scope == null ? work : new Propagated<>(work, scope);
  }

  /**
   * The same executor, whose tasks are done for the span that is current where they are handed
   * over: for {@code CompletableFuture} and the like. It may be kept.
   */
  public static Executor propagate(Executor executor) {
    return task -> executor.execute(propagate(task));
  }

  /**
   * The headers that make a call to another service part of the trace; empty outside an invocation.
   */
  public static Map<String, String> traceHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    Scope scope = Scope.current();
    if (scope != null) {
      TraceContext context = scope.span().trace().context();
      scope.instrumentation().propagator().inject(context, scope.span().spanId(), headers);
    }
    return headers;
  }

  /**
   * The items that callers gave the trace along (W3C's {@code baggage}); empty outside a trace.
   * They go on with {@link #traceHeaders}.
   */
  public static Map<String, String> baggage() {
    Scope scope = Scope.current();
    return scope == null
        ? Map.of()
        : BaggageHeader.items(scope.span().trace().context().baggage().items());
  }

  /**
   * Gives the trace an item along, for the services that are called from now on ({@link
   * #traceHeaders}); outside a trace it does nothing. A trace has room for 64 items and 8,192
   * characters: what does not fit is left out, with a warning.
   *
   * @param name the item's name, such as {@code user.id}
   * @param value its value; null, or nothing, takes the item away
   */
  public static void baggage(String name, @Nullable String value) {
    Scope scope = Scope.current();
    if (scope == null || name == null || name.isEmpty()) {
      return;
    }
    Trace trace = scope.span().trace();
    trace.carry(carried -> carried.withItems(BaggageHeader.with(carried.items(), name, value)));
    if (value != null && !value.isEmpty() && !value.equals(baggage().get(name))) {
      scope.instrumentation().warnings().say("an item of baggage is left out: there is no room");
    }
  }

  /**
   * Calls {@code body} as an observed invocation, for a handler that is not started through the
   * layer.
   *
   * @return what {@code body} returned
   */
  public static <I, O> O invoke(I event, Context context, RequestHandler<I, O> body) {
    return Scope.current() == null
        ? RUNNER.run(event, context, body)
        : body.handleRequest(event, context);
  }

  /** Calls {@code body} as an observed invocation. */
  public static void invoke(
      InputStream event, OutputStream response, Context context, RequestStreamHandler body)
      throws IOException {
    if (Scope.current() == null) {
      RUNNER.run(event, response, context, body);
    } else {
      body.handleRequest(event, response, context);
    }
  }

  /** A handler that does what {@code handler} does and is observed. */
  public static <I, O> RequestHandler<I, O> wrap(RequestHandler<I, O> handler) {
    return (event, context) -> invoke(event, context, handler);
  }

  /** A handler that does what {@code handler} does and is observed. */
  public static RequestStreamHandler wrap(RequestStreamHandler handler) {
    return (event, response, context) -> invoke(event, response, context, handler);
  }

  /**
   * How many points, events, checks and spans of this process did not reach the Agent or the
   * extension, or had nowhere to go beside Datadog's tracing agent; 0 where lines are written.
   */
  public static long lost() {
    return PROCESS.lost();
  }

  static Instrumentation process() {
    return PROCESS;
  }

  private static Instrumentation here() {
    Scope scope = Scope.current();
    return scope == null ? PROCESS : scope.instrumentation();
  }
}
