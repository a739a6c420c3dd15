package io.sleddog.local;

import io.sleddog.local.functions.EventTimes;
import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.live.LoggedExecutions;
import io.sleddog.local.logs.LoggedEvents;
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
  private final Errands errands;

  Once(WholePath path, Clock clock, Errands errands) {
    this.path = path;
    this.errands = errands;
    this.clock = clock;
  }

  /** Hands on what functions elsewhere have written, beside what these functions write. */
  Session run(List<Target> targets, List<LoggedEvents> logged) throws InterruptedException {
    LoggedExecutions sorted = new LoggedExecutions();
    List<Execution> elsewhere = new ArrayList<>();
    logged.forEach(events -> elsewhere.addAll(sorted.take(events)));
    elsewhere.addAll(sorted.rest());
    List<Execution> executions = new ArrayList<>(run(targets));
    path.deliver(elsewhere);
    executions.addAll(elsewhere);
    return path.session(executions);
  }

  private List<Execution> run(List<Target> targets) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(targets.size() + 1);
    List<Execution> executions = new ArrayList<>();
    try {
      List<Callable<RunningFunction>> starts = new ArrayList<>();
      targets.forEach(target -> starts.add(() -> path.add(target)));
      List<RunningFunction> functions = results(threads, starts);
      functions.forEach(errands::add);
      List<Callable<List<Execution>>> tasks = new ArrayList<>();
      tasks.add(this::connect);
      for (int i = 0; i < targets.size(); i++) {
        RunningFunction function = functions.get(i);
        Target target = targets.get(i);
        tasks.add(() -> runTarget(function, target));
      }
      results(threads, tasks).forEach(executions::addAll);
    } finally {
      threads.shutdownNow();
    }
    List<Execution> sent = errands.run();
    path.deliver(sent);
    executions.addAll(sent);
    return executions;
  }

  private List<Execution> connect() throws InterruptedException {
    path.connect();
    return List.of();
  }

  private List<Execution> runTarget(RunningFunction function, Target target)
      throws InterruptedException {
    List<Execution> executions = new ArrayList<>();
    for (NamedEvent event : target.events()) {
      executions.add(function.invoke(EventTimes.at(event, clock.millis())));
    }
    path.deliver(executions);
    return executions;
  }

  private static <T> List<T> results(ExecutorService threads, List<Callable<T>> tasks)
      throws InterruptedException {
    List<T> results = new ArrayList<>();
    for (Future<T> task : threads.invokeAll(tasks)) {
      results.add(result(task));
    }
    return results;
  }

  private static <T> T result(Future<T> task) throws InterruptedException {
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
