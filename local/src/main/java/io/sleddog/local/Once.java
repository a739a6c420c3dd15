package io.sleddog.local;

import io.sleddog.local.functions.EventTimes;
import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Target;
import io.sleddog.local.session.Session;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs every function once through the whole path, all of them side by side. */
final class Once {
  private final WholePath path;
  private final Clock clock;

  Once(WholePath path, Clock clock) {
    this.path = path;
    this.clock = clock;
  }

  Session run(List<Target> targets) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(targets.size() + 1);
    List<Execution> executions = new ArrayList<>();
    try {
      List<Callable<List<Execution>>> tasks = new ArrayList<>();
      tasks.add(this::connect);
      targets.forEach(target -> tasks.add(() -> runTarget(target)));
      for (Future<List<Execution>> task : threads.invokeAll(tasks)) {
        executions.addAll(result(task));
      }
    } finally {
      threads.shutdownNow();
    }
    return path.session(executions);
  }

  private List<Execution> connect() throws InterruptedException {
    path.connect();
    return List.of();
  }

  private List<Execution> runTarget(Target target) throws InterruptedException {
    RunningFunction function = path.add(target);
    List<Execution> executions = new ArrayList<>();
    for (NamedEvent event : target.events()) {
      executions.add(function.invoke(EventTimes.at(event, clock.millis())));
    }
    path.deliver(executions);
    return executions;
  }

  private static List<Execution> result(Future<List<Execution>> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
