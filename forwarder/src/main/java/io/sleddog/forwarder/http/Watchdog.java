package io.sleddog.forwarder.http;

import io.sleddog.forwarder.model.Deadline;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Cuts off requests whose answers do not begin in time. A socket's own timeout is not enough: a
 * server that sends a byte now and then, or takes none, never meets it.
 *
 * <p>One thread looks at all of them, and sleeps while there are none.
 */
final class Watchdog {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Object awake = new Object();
  private boolean started;

  /** A request under way. */
  final class Watch {
    private final Runnable stop;
    private final Deadline limit;

    private Watch(Deadline limit, Runnable stop) {
      this.limit = limit;
      this.stop = stop;
    }

    /** Says that there is an answer. */
    void end() {
      watches.remove(this);
    }
  }

  /** Runs {@code stop} when the limit has passed, unless the watch ends before. */
  Watch watch(Deadline limit, Runnable stop) {
    Watch watch = new Watch(limit, stop);
    watches.add(watch);
    synchronized (awake) {
      if (!started) {
        Thread thread = new Thread(this::run, "watchdog");
        thread.setDaemon(true);
        thread.start();
        started = true;
      }
      awake.notifyAll();
    }
    return watch;
  }

  private void run() {
    try {
      while (true) {
        sleepWhileThereAreNone();
        for (Watch watch : watches) {
          if (watch.limit.hasPassed()) {
            watch.end();
            watch.stop.run();
          }
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sleepWhileThereAreNone() throws InterruptedException {
    synchronized (awake) {
      while (watches.isEmpty()) {
        awake.wait();
      }
    }
  }
}
