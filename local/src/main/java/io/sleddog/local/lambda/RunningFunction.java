package io.sleddog.local.lambda;

import io.sleddog.local.functions.StagedFunction;
import io.sleddog.local.logs.StreamRecorder;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Payload;
import io.sleddog.local.runtime.ExecutionEnvironment;
import io.sleddog.local.runtime.InvocationRequest;
import io.sleddog.local.runtime.RuntimeClient;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A function with at most one execution environment, which is started when needed and replaced when
 * it has died. Invocations run one after the other.
 */
public final class RunningFunction implements Destination, AutoCloseable {
  private final StagedFunction function;
  private final RuntimeClient client;
  private final Clock clock;
  private @Nullable Warm warm;

  /** A function that has no environment yet. */
  public RunningFunction(StagedFunction function, RuntimeClient client, Clock clock) {
    this.function = function;
    this.client = client;
    this.clock = clock;
  }

  /** What it is. */
  public FunctionSpec spec() {
    return function.spec();
  }

  /** Starts an environment if there is none, without waiting for it. */
  public synchronized void start() {
    environment();
  }

  /**
   * Invokes the function; the first time, and after a death, this is a cold start.
   *
   * @throws InterruptedException if the calling thread was interrupted meanwhile
   */
  @Override
  public Execution invoke(Payload event) throws InterruptedException {
    return invoke(InvocationRequest.of(event));
  }

  /** Invokes the function as the request says, which comes with a request id of its own. */
  public synchronized Execution invoke(InvocationRequest request) throws InterruptedException {
    Warm current = environment();
    Invocation invocation = current.environment().invoke(request);
    Execution execution =
        new Execution(invocation, current.recorder().stream(), current.recorder().take());
    if (!current.environment().isAlive()) {
      goCold();
    }
    return execution;
  }

  /** Ends the environment, so that the next invocation is a cold start. */
  public synchronized void goCold() {
    if (warm != null) {
      warm.environment().close();
      warm = null;
    }
  }

  private Warm environment() {
    if (warm == null || !warm.environment().isAlive()) {
      goCold();
      StreamRecorder recorder = new StreamRecorder(function.spec(), clock);
      ExecutionEnvironment environment =
          ExecutionEnvironment.start(function, client, recorder.stream(), recorder, clock);
      warm = new Warm(environment, recorder);
    }
    return warm;
  }

  @Override
  public void close() {
    goCold();
  }

  private record Warm(ExecutionEnvironment environment, StreamRecorder recorder) {}
}
