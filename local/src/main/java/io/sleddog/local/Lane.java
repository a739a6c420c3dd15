package io.sleddog.local;

import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.runtime.InvocationRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One function and the thread that hands it its events, one after the other. */
final class Lane implements AutoCloseable {
  private final Invoker invoker;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Live::daemon);

  /** Only the lane's own thread looks at it. */
  private RunningFunction function;

  /** What the lane's thread waits at while the function is stopped; null while it runs. */
  private @Nullable CountDownLatch halt;

  /** Invokes a function and does with the result what is to be done. */
  interface Invoker {
    Execution invoke(RunningFunction function, InvocationRequest request)
        throws InterruptedException;
  }

  Lane(RunningFunction function, Invoker invoker) {
    this.function = function;
    this.invoker = invoker;
  }

  /** Sends an event after those that were sent before. */
  void send(InvocationRequest request) {
    send(request, invocation -> {});
  }

  /** The same for one who wants to know how it ended. */
  void send(InvocationRequest request, Consumer<Invocation> after) {
    thread.execute(
        () -> {
          try {
            after.accept(invoker.invoke(function, request).invocation());
          } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** The same for one who wants the answer. */
  Future<Execution> call(InvocationRequest request) {
    return thread.submit(() -> invoker.invoke(function, request));
  }

  /** Ends it after what is under way; what is sent from now on waits until it is started again. */
  synchronized void stop() {
    if (halt == null) {
      CountDownLatch until = new CountDownLatch(1);
      halt = until;
      thread.execute(() -> waitAt(until));
    }
  }

  private void waitAt(CountDownLatch until) {
    try {
      function.goCold();
      until.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets it take what has waited. */
  synchronized void start() {
    if (halt != null) {
      halt.countDown();
      halt = null;
    }
  }

  synchronized boolean isStopped() {
    return halt != null;
  }

  /** After what is under way, so that no invocation is cut off. */
  void goCold() {
    thread.execute(() -> function.goCold());
  }

  /** Puts another in its place, which the next event goes to; the former ends. */
  void replace(RunningFunction other) {
    thread.execute(
        () -> {
          function.close();
          function = other;
        });
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
