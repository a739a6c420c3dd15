package io.sleddog.cli.work;

import io.sleddog.cli.screen.Progress;
import io.sleddog.cli.screen.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same work on many things, a few at a time. */
public final class Parallel {
  /** More would only be throttled: AWS allows some 10 to 15 such calls a second. */
  private static final int THREADS = 8;

  private Parallel() {}

  /**
   * The results in the order of the items.
   *
   * @param screen shows how far it is
   * @param what the work, such as {@code reading functions}
   * @param items what to work on
   * @param work may be called by several threads; what it throws ends the whole
   */
  public static <T, R> List<R> map(Screen screen, String what, List<T> items, Function<T, R> work) {
    try (Progress progress = new Progress(screen, what, items.size())) {
      return all(items, it -> step(work, it, progress));
    }
  }

  /** Works on each of the items; see {@link #map}. */
  static <T> void each(List<T> items, Consumer<T> work) {
    all(
        items,
        it -> {
          work.accept(it);
          return it;
        });
  }

  private static <T, R> List<R> all(List<T> items, Function<T, R> work) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, items.size() + 1));
    try {
      List<Future<R>> running = new ArrayList<>();
      for (T item : items) {
        running.add(threads.submit(() -> work.apply(item)));
      }
      return results(running);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T, R> R step(Function<T, R> work, T item, Progress progress) {
    R result = work.apply(item);
    progress.step();
    return result;
  }

  private static <R> List<R> results(List<Future<R>> running) throws InterruptedException {
    List<R> results = new ArrayList<>();
    try {
      for (Future<R> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
