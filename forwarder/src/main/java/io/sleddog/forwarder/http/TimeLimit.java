package io.sleddog.forwarder.http;

import io.sleddog.forwarder.model.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Waits no longer than until a deadline for work that may block for longer, such as resolving the
 * name of a host or reading from a server that has stopped to send. The work itself goes on, on a
 * daemon thread, until it ends by its own limits.
 */
public final class TimeLimit {
  private TimeLimit() {}

  /**
   * Does the work and gives its result.
   *
   * @param what is done, for people, as in {@code "reading stored batches"}
   * @throws IOException if the work throws one, or is not done in time
   */
  public static <T> T call(String what, Callable<T> work, Deadline deadline) throws IOException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, what);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(what + " took longer than the time that was left", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while " + what);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static IOException rethrown(@Nullable Throwable cause) {
    if (cause instanceof IOException failure) {
      return failure;
    } else if (cause instanceof RuntimeException error) {
      throw error;
    } else if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(cause);
  }
}
