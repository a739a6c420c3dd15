package io.sleddog.forwarder.http;

import io.sleddog.forwarder.model.Deadline;
import java.net.HttpURLConnection;
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
final class Watchdog implements Runnable {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Object awake = new Object();
  private boolean started;

  /** A request under way. */
  final class Watch {
    private final HttpURLConnection connection;
    private final Deadline limit;
    private volatile boolean cut;

    private Watch(Deadline limit, HttpURLConnection connection) {
      this.limit = limit;
      this.connection = connection;
    }

    /** Whether the connection was cut. */
    boolean hasCut() {
      return cut;
    }

    /** Says that there is an answer. */
    void end() {
      watches.remove(this);
    }
  }

  /** Cuts a connection when the limit has passed, unless the watch ends before. */
  Watch watch(Deadline limit, HttpURLConnection connection) {
    Watch watch = new Watch(limit, connection);
    watches.add(watch);
    synchronized (awake) {
      if (!started) {
        Thread thread = new Thread(this, "watchdog");
        thread.setDaemon(true);
        thread.start();
        started = true;
      }
      awake.notifyAll();
    }
    return watch;
  }

  @Override
  public void run() {
    try {
      while (true) {
        sleepWhileThereAreNone();
        for (Watch watch : watches) {
          if (watch.limit.hasPassed()) {
            watch.end();
            watch.cut = true;
            watch.connection.disconnect();
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
