package io.sleddog.lambda.agent;

import io.sleddog.lambda.span.ActiveSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Carries lines and traces to the Agent on one daemon thread, so that nobody waits for a network.
 * It begins with the first parcel. When its queue is full, what comes is lost and counted. At the
 * end of the process it has four seconds for what is left.
 */
final class Courier implements Runnable {
  private static final int MOST_PARCELS = 8192;
  private static final int MOST_AT_ONCE = 1000;
  private static final long LAST_MILLIS = 4000;
  private static final long IDLE_MILLIS = 500;

  private final BlockingQueue<Object> parcels = new ArrayBlockingQueue<>(MOST_PARCELS);
  private final Datagrams datagrams;
  private final TraceOutbox outbox;
  private final Losses losses;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean closing;

  Courier(Datagrams datagrams, TraceOutbox outbox, Losses losses) {
    this.datagrams = datagrams;
    this.outbox = outbox;
    this.losses = losses;
  }

  /** Takes a line for the Agent's port for metrics. */
  void line(String line) {
    begin();
    if (closing || !parcels.offer(line)) {
      losses.points(1, null);
    }
  }

  /** Takes the ended spans of one trace. */
  void trace(List<ActiveSpan> spans) {
    begin();
    if (closing || !parcels.offer(List.copyOf(spans))) {
      losses.spans(spans.size(), null);
    }
  }

  private void begin() {
    if (begun.compareAndSet(false, true)) {
      Thread thread = new Thread(this, "sleddog-agent");
      thread.setDaemon(true);
      thread.start();
      try {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "sleddog-agent-end"));
      } catch (IllegalStateException ignored) {
        // The process is ending already; the thread does what it can.
      }
    }
  }

  /** Sends what is left, for a while, and takes nothing more. */
  void close() {
    closing = true;
    try {
      if (begun.get() && !done.await(LAST_MILLIS, TimeUnit.MILLISECONDS)) {
        losses.points(parcels.size(), null);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    List<Object> some = new ArrayList<>();
    try {
      while (!closing || !parcels.isEmpty()) {
        Object first = parcels.poll(closing ? 0 : IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          some.add(first);
          parcels.drainTo(some, MOST_AT_ONCE);
        }
        deliver(some);
        some.clear();
      }
      finish();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      done.countDown();
    }
  }

  private void deliver(List<Object> some) {
    for (Object parcel : some) {
      try {
        if (parcel instanceof String) {
          datagrams.add((String) parcel);
        } else {
          outbox.add(spans(parcel));
        }
      } catch (RuntimeException ours) {
        losses.trouble(parcel, ours);
      }
    }
    datagrams.flush();
    long now = System.nanoTime();
    if (outbox.isDue(now)) {
      outbox.flush(now);
    }
  }

  @SuppressWarnings("unchecked") // What is no line is a list of spans: see trace().
  private static List<ActiveSpan> spans(Object parcel) {
    return (List<ActiveSpan>) parcel;
  }

  private void finish() {
    outbox.flush(System.nanoTime());
    outbox.giveUp();
    datagrams.close();
  }
}
