package io.sleddog.local.runtime;

import io.sleddog.local.functions.StagedFunction;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.Mishap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One execution environment: a process that runs the function, invoked any number of times, one at
 * a time. After a crash or a timeout it is dead and can only be closed.
 */
public final class ExecutionEnvironment implements AutoCloseable {
  private static final Duration INIT_LIMIT = Duration.ofSeconds(10);

  /** Nobody wants to wait longer to see a timeout. */
  private static final Duration MISHAP_LIMIT = Duration.ofSeconds(2);

  private final StagedFunction function;
  private final EnvironmentListener listener;
  private final Clock clock;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final RuntimeApi api;
  private final FunctionProcess process;
  private final OutputPipes pipes;
  private final long spawnedNanos;
  private @Nullable Duration init;
  private boolean used;
  private boolean dead;
  private int maxMemoryMb;

  private ExecutionEnvironment(
      StagedFunction function,
      RuntimeClient client,
      LogStream stream,
      EnvironmentListener listener,
      Clock clock) {
    this.function = function;
    this.listener = listener;
    this.clock = clock;
    this.api = new RuntimeApi(function.spec().arn(), signals);
    ManagedRuntime runtime = new ManagedRuntime(function, client);
    listener.initStarted(clock.millis());
    this.spawnedNanos = System.nanoTime();
    this.process =
        FunctionProcess.start(
            runtime.command(scratch(function)),
            runtime.environment(stream, api.authority(), FunctionProcess.searchPath()),
            function.taskRoot());
    this.pipes = new OutputPipes(process, new Records(listener, clock));
    process.onExit(code -> signals.add(new Signal.Exited(code)));
  }

  /**
   * Starts the process and returns at once; the first invocation waits until it is ready.
   *
   * @param stream the log stream that the function is told of
   * @param listener hears all that happens
   */
  public static ExecutionEnvironment start(
      StagedFunction function,
      RuntimeClient client,
      LogStream stream,
      EnvironmentListener listener,
      Clock clock) {
    return new ExecutionEnvironment(function, client, stream, listener, clock);
  }

  private static Path scratch(StagedFunction function) {
    try {
      return Files.createTempDirectory(function.taskRoot().getParent(), "process-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it can take another event. */
  public synchronized boolean isAlive() {
    return !dead && process.isAlive();
  }

  /**
   * Hands one event to the function and waits for the end of the invocation, whatever it is.
   *
   * @throws InterruptedException if the calling thread was interrupted; the environment is dead
   *     then
   */
  public synchronized Invocation invoke(InvocationRequest request) throws InterruptedException {
    boolean cold = !used;
    used = true;
    Ending failedInit = init == null ? awaitReadiness(request.requestId()) : null;
    long startedAtMillis = clock.millis();
    listener.invocationStarted(request.requestId(), startedAtMillis);
    long begin = System.nanoTime();
    Ending ending = failedInit == null ? handOver(request) : failedInit;
    Duration duration = Duration.ofNanos(System.nanoTime() - begin);
    awaitEndOfOutput(ending);
    Invocation invocation =
        new Invocation(
            request.requestId(),
            function.spec().name(),
            request.event(),
            ending.payload(),
            ending.status(),
            ending.errorType(),
            new Invocation.Timing(startedAtMillis, duration, cold ? init : null),
            maxMemoryMb);
    listener.invocationEnded(invocation, clock.millis());
    return invocation;
  }

  /** Waits for the first poll; gives the ending of the invocation if there is none. */
  private @Nullable Ending awaitReadiness(String requestId) throws InterruptedException {
    Duration limit = INIT_LIMIT.plus(function.spec().timeout());
    Signal signal = signals.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (signal instanceof Signal.Polled polled) {
      init = Duration.ofNanos(polled.atNanos() - spawnedNanos);
      maxMemoryMb = process.maxMemoryMb();
      return null;
    }
    Ending ending = failedInit(signal, requestId, limit);
    die();
    String type = ending.errorType() == null ? "Sandbox.Timedout" : ending.errorType();
    Duration took = Duration.ofNanos(System.nanoTime() - spawnedNanos);
    pipes.settle();
    listener.initFailed(clock.millis(), took, type);
    return ending;
  }

  private static Ending failedInit(@Nullable Signal signal, String requestId, Duration limit) {
    if (signal instanceof Signal.InitFailed failure) {
      return Ending.initFailed(failure);
    }
    return signal instanceof Signal.Exited exited
        ? Ending.exited(requestId, exited.code())
        : Ending.timedOut(requestId, limit);
  }

  private Ending handOver(InvocationRequest request) throws InterruptedException {
    Duration limit = limit(request);
    befall(request.mishap(), () -> api.handOut(request, clock.millis() + limit.toMillis()));
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      long left = deadline - System.nanoTime();
      Signal signal = signals.poll(left, TimeUnit.NANOSECONDS);
      if (signal == null) {
        return Ending.timedOut(request.requestId(), limit);
      } else if (signal instanceof Signal.Answered answer) {
        return Ending.answered(answer);
      } else if (signal instanceof Signal.Exited exited) {
        return Ending.exited(request.requestId(), exited.code());
      }
    }
  }

  private Duration limit(InvocationRequest request) {
    Duration own = function.spec().timeout();
    boolean shorter = request.mishap() != null && own.compareTo(MISHAP_LIMIT) > 0;
    return shorter ? MISHAP_LIMIT : own;
  }

  /** A stopped process takes the event and never answers, as one that is stuck. */
  private void befall(@Nullable Mishap mishap, Runnable handingOut) {
    if (mishap != null) {
      process.stop();
    }
    handingOut.run();
    if (mishap == Mishap.MEMORY) {
      maxMemoryMb = function.spec().memoryMb();
      process.kill();
    }
  }

  /** After an answer the function polls again, or ends; only then has it written everything. */
  private void awaitEndOfOutput(Ending ending) throws InterruptedException {
    boolean answered =
        ending.status() == InvocationStatus.SUCCESS || ending.status() == InvocationStatus.ERROR;
    if (answered) {
      Signal signal = signals.poll(function.spec().timeout().toMillis(), TimeUnit.MILLISECONDS);
      dead = !(signal instanceof Signal.Polled);
    }
    maxMemoryMb = Math.max(maxMemoryMb, process.maxMemoryMb());
    if (!answered || dead) {
      die();
    }
    pipes.settle();
  }

  private void die() {
    dead = true;
    process.close();
  }

  /** Ends the process and the Runtime API. */
  @Override
  public void close() {
    process.close();
    api.close();
  }
}
