package io.sleddog.forwarder.lookup;

import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does work beside the invocation. */
@FunctionalInterface
interface Background {

  /** Begins a piece of work, or puts it in line. */
  Future<?> start(Runnable task);

  /** Two threads, which are started when they are needed and end when there is nothing to do. */
  static Background threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            2,
            2,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "tags");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads::submit;
  }
}
