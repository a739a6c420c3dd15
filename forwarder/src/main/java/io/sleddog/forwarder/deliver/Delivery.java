package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.batch.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The batches of one invocation, sent side by side to all targets. */
public final class Delivery {
  private final List<Target> targets;
  private final DeliveryContext context;
  private final List<Shipment> shipments = new ArrayList<>();

  /** A delivery to targets, each of which gets every batch. */
  public Delivery(List<Target> targets, DeliveryContext context) {
    this.targets = targets;
    this.context = context;
  }

  /**
   * A batch on its way to one target, without what is in it: that is given up when it has arrived.
   *
   * @param unsent what has become of it if it is not there in time
   * @param outcomes what will have become of it
   */
  private record Shipment(Outcome.Failed unsent, Future<List<Outcome>> outcomes) {}

  /** Begins to send a batch to every target that wants its kind. */
  public void deliver(Batch batch) {
    AtomicInteger open = new AtomicInteger(1);
    for (Target target : targets) {
      Endpoint endpoint = target.endpoints().get(batch.kind());
      if (endpoint != null) {
        open.incrementAndGet();
        BatchSender sender = new BatchSender(target, endpoint, context);
        Future<List<Outcome>> outcomes = context.senders().start(new Sending(sender, batch, open));
        shipments.add(new Shipment(unsent(batch, target), outcomes));
      }
    }
    releaseLast(batch, open);
  }

  /** Waits for all batches, but not past the deadline: what is not done then counts as failed. */
  public List<Outcome> outcomes() {
    List<Outcome> all = new ArrayList<>();
    for (Shipment shipment : shipments) {
      all.addAll(outcomes(shipment));
    }
    return all;
  }

  private List<Outcome> outcomes(Shipment shipment) {
    Future<List<Outcome>> future = shipment.outcomes();
    String reason;
    try {
      return future.get(context.deadline().remainingMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      reason = "not sent before the function's time was up";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reason = "the function was interrupted";
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      reason = "an error in the forwarder: " + cause.getClass().getName();
    }
    return List.of(shipment.unsent().because(reason));
  }

  private static Outcome.Failed unsent(Batch batch, Target target) {
    return new Outcome.Failed(batch.kind(), batch.items(), "", batch.sources(), target.required());
  }

  /**
   * A batch that is sent to one target.
   *
   * @param open how many others, and who hands it out, still need the batch
   */
  private record Sending(BatchSender sender, Batch batch, AtomicInteger open)
      implements Callable<List<Outcome>> {
    @Override
    public List<Outcome> call() {
      try {
        return sender.send(batch);
      } finally {
        releaseLast(batch, open);
      }
    }
  }

  private static void releaseLast(Batch batch, AtomicInteger open) {
    if (open.decrementAndGet() == 0) {
      batch.release();
    }
  }
}
