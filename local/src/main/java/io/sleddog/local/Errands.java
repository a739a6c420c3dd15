package io.sleddog.local;

import io.sleddog.local.aws.Inbox;
import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Payload;
import io.sleddog.local.runtime.InvocationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What functions send to each other while each of them is run once: calls are made at once,
 * messages wait until all functions had their own events.
 */
final class Errands implements Inbox {
  /** So that two functions that send to each other come to an end. */
  private static final int MOST = 1000;

  private final Map<String, RunningFunction> functions = new ConcurrentHashMap<>();
  private final Queue<Errand> waiting = new ConcurrentLinkedQueue<>();
  private final Queue<Execution> called = new ConcurrentLinkedQueue<>();

  private record Errand(RunningFunction function, Payload event, Consumer<Invocation> after) {
    Execution run() throws InterruptedException {
      Execution execution = function.invoke(event);
      after.accept(execution.invocation());
      return execution;
    }
  }

  /** Tells of a function that others can reach. */
  void add(RunningFunction function) {
    functions.put(function.spec().name(), function);
  }

  @Override
  public void take(String function, Payload event, Consumer<Invocation> after) {
    RunningFunction known = functions.get(function);
    if (known != null) {
      waiting.add(new Errand(known, event, after));
    }
  }

  @Override
  public Optional<Invocation> call(String function, Payload event, @Nullable String clientContext)
      throws InterruptedException {
    RunningFunction known = functions.get(function);
    if (known == null) {
      return Optional.empty();
    }
    InvocationRequest request = InvocationRequest.of(event).withClientContext(clientContext);
    Execution execution = known.invoke(request);
    called.add(execution);
    return Optional.of(execution.invocation());
  }

  @Override
  public void lost(String where) {
    // a run that ends has nobody who could still connect a function there
  }

  /** Runs all that waits, and what comes of it; gives these executions and those of the calls. */
  List<Execution> run() throws InterruptedException {
    List<Execution> executions = new ArrayList<>();
    Errand next = waiting.poll();
    while (next != null && executions.size() < MOST) {
      executions.add(next.run());
      next = waiting.poll();
    }
    executions.addAll(called);
    return executions;
  }
}
