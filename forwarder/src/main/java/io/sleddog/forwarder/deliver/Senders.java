package io.sleddog.forwarder.deliver;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that send; they live as long as the JVM and are started when they are needed. */
public final class Senders {
  private static final long IDLE_SECONDS = 60;

  private final ThreadPoolExecutor threads;

  /** So many threads at most. */
  public Senders(int most) {
    threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(most),
            Senders::daemon);
    threads.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
    threads.allowCoreThreadTimeOut(true);
  }

  <T> Future<T> start(Callable<T> task) {
    return threads.submit(task);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "sender");
    thread.setDaemon(true);
    return thread;
  }
}
