package io.sleddog.local.inprocess;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.logs.StreamRecorder;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.Payload;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An execution environment without a process of its own: the function runs on the caller's thread,
 * and its log stream is what it would be on AWS. One invocation at a time; nothing ends one that
 * takes too long.
 */
public final class InProcessEnvironment {
  private static final int BYTES_OF_MB = 1 << 20;

  private final FunctionSpec function;
  private final Clock clock;
  private final StreamRecorder recorder;
  private boolean used;

  /** An environment whose first invocation is a cold start. */
  public InProcessEnvironment(FunctionSpec function, Clock clock) {
    this.function = function;
    this.clock = clock;
    this.recorder = new StreamRecorder(function, clock);
  }

  /** What is done with an event. */
  public interface Body {
    /** Runs the handler and gives its answer; what it throws makes the invocation an error. */
    @SuppressWarnings("IllegalThrows") // a handler may throw anything
    Payload run(Context context) throws Throwable;
  }

  /**
   * What came of it.
   *
   * @param execution the invocation with its log events
   * @param failure what the handler threw, the same object; null if it returned
   */
  public record Outcome(Execution execution, @Nullable Throwable failure) {}

  /** Adds a line to the function's log stream. */
  public void log(String line) {
    recorder.output(clock.millis(), line);
  }

  /**
   * Invokes the function. What its thread, and threads that it starts, print to the standard
   * streams is in the log stream too.
   */
  public Outcome invoke(Payload event, Body body) {
    String id = UUID.randomUUID().toString();
    boolean cold = !used;
    used = true;
    long started = clock.millis();
    if (cold) {
      recorder.initStarted(started);
    }
    recorder.invocationStarted(id, started);
    long begin = System.nanoTime();
    Answer answer = answer(id, body);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    Invocation.Timing timing =
        new Invocation.Timing(started, took, cold ? Duration.ofNanos(1) : null);
    Invocation invocation = invocation(id, event, answer, timing);
    recorder.invocationEnded(invocation, clock.millis());
    return new Outcome(
        new Execution(invocation, recorder.stream(), recorder.take()), answer.failure());
  }

  private record Answer(Payload payload, @Nullable Throwable failure) {}

  private Answer answer(String id, Body body) {
    Context context = new InProcessContext(function, recorder.stream(), id, this::log);
    PrintedLines printed = PrintedLines.begin(this::log);
    try {
      return new Answer(body.run(context), null);
    } catch (Throwable users) {
      return new Answer(error(users), users);
    } finally {
      printed.close();
    }
  }

  private Invocation invocation(String id, Payload event, Answer answer, Invocation.Timing timing) {
    boolean failed = answer.failure() != null;
    return new Invocation(
        id,
        function.name(),
        event,
        answer.payload(),
        failed ? InvocationStatus.ERROR : InvocationStatus.SUCCESS,
        failed ? "Unhandled" : null,
        timing,
        usedMb());
  }

  /** Of the whole process, since a part of it cannot be told. */
  private int usedMb() {
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) / BYTES_OF_MB;
    return (int) Math.min(function.memoryMb(), Math.max(1, used));
  }

  /** The runtime's own faults keep it in a field, where the runtime is there. */
  private static @Nullable String message(Throwable users) {
    try {
      String own = users.getMessage();
      return own == null ? (String) users.getClass().getField("msg").get(users) : own;
    } catch (ReflectiveOperationException | ClassCastException none) {
      return null;
    }
  }

  private static Payload error(Throwable users) {
    ObjectNode error =
        Json.object()
            .put("errorMessage", message(users))
            .put("errorType", users.getClass().getName());
    var trace = error.putArray("stackTrace");
    for (StackTraceElement frame : users.getStackTrace()) {
      trace.add(frame.toString());
    }
    return Payload.of(Json.write(error));
  }
}
