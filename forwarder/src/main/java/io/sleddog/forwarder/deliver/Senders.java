package io.sleddog.forwarder.deliver;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that send; they are started when they are needed and kept between invocations. */
public final class Senders {
  private static final long IDLE_SECONDS = 60;

  private final ThreadPoolExecutor threads;

  /** So many threads at most. */
  public Senders(int most) {
    threads =
        new ThreadPoolExecutor(
            most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new Daemons());
    threads.allowCoreThreadTimeOut(true);
  }

  /** Runs a task on one of the threads. */
  public <T> Future<T> start(Callable<T> task) {
    return threads.submit(task);
  }

  /** Makes threads that do not keep the JVM alive. */
  private static final class Daemons implements ThreadFactory {
    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, "sender");
      thread.setDaemon(true);
      return thread;
    }
  }
}
