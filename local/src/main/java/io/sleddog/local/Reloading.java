package io.sleddog.local;

import io.sleddog.local.functions.CodeStaging;
import io.sleddog.local.functions.CodeWatch;
import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.model.Target;
import io.sleddog.local.model.UserProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Loads functions anew when their code has changed. */
final class Reloading implements AutoCloseable {
  private static final long PERIOD_MILLIS = 300;

  private final Map<Target, CodeWatch> watched = new LinkedHashMap<>();
  private final LiveFunctions functions;
  private final Function<Target, RunningFunction> start;
  private final Consumer<String> listener;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Live::daemon);

  Reloading(
      LiveFunctions functions, Function<Target, RunningFunction> start, Consumer<String> listener) {
    this.functions = functions;
    this.start = start;
    this.listener = listener;
    functions
        .targets()
        .forEach(one -> watched.put(one, new CodeWatch(CodeStaging.taskOf(one.function().code()))));
  }

  void begin() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    watched.forEach(
        (target, watch) -> {
          if (watch.hasChanged()) {
            reload(target);
          }
        });
  }

  /** One that cannot be started leaves the former in its place. */
  private void reload(Target target) {
    String name = target.function().name();
    try {
      functions.replace(name, start.apply(target));
      listener.accept("Loaded " + name + " anew, since its code has changed.");
    } catch (UserProblem | java.io.UncheckedIOException e) {
      listener.accept("The changed code of " + name + " is not loaded: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
