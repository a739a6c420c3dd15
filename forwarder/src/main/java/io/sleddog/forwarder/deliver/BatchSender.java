package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.model.Deadline;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings one batch to one target: what is refused as a whole is split until the bad items stand
 * alone, and what cannot be delivered goes to the last resort.
 */
final class BatchSender {
  /** So many refusals more than there were successes end the splitting: all of it is bad. */
  private static final int REFUSALS = 24;

  private final Target target;
  private final Endpoint endpoint;
  private final DeliveryContext context;
  private final Effort.Turn turn;
  private final List<Outcome> outcomes = new ArrayList<>();
  private int patience = REFUSALS;

  /** Made when the batch is handed over, which is before there may be a thread to send it. */
  BatchSender(Target target, Endpoint endpoint, DeliveryContext context) {
    this.target = target;
    this.endpoint = endpoint;
    this.context = context;
    this.turn = context.poster().expect();
  }

  List<Outcome> send(Batch batch) {
    try {
      deliver(batch);
    } finally {
      turn.end();
    }
    return outcomes;
  }

  private void deliver(Batch batch) {
    Deadline deadline = context.sendDeadline();
    Counters counters = context.counters();
    Verdict verdict = context.poster().post(batch, endpoint, turn, deadline, counters);
    if (verdict.isTaken()) {
      patience += REFUSALS / 2;
      taken(batch, Math.min(verdict.rejected(), batch.items()));
    } else if (verdict.isRefused() && batch.items() > 1 && --patience > 0) {
      counters.add(Count.BATCHES_SPLIT, 1);
      for (Batch half : batch.halves()) {
        deliver(half);
      }
    } else {
      keep(batch, verdict);
    }
  }

  /** What a collector rejects is bad, so that it is of no use to send it again. */
  private void taken(Batch batch, int rejected) {
    outcomes.add(new Outcome.Delivered(batch.kind(), batch.items() - rejected));
    if (rejected > 0) {
      String reason = "rejected at " + endpoint.url();
      outcomes.add(new Outcome.Rejected(batch.kind(), rejected, reason));
    }
  }

  /** What a target that may fail did not take is not kept: it may stay away for ever. */
  private void keep(Batch batch, Verdict verdict) {
    String reason = verdict.reason() + " at " + endpoint.url() + verdict.hint();
    Kept kept = target.required() ? kept(batch, verdict) : Kept.NOTHING;
    if (kept.items() > 0) {
      outcomes.add(new Outcome.Stored(batch.kind(), kept.items(), reason));
    }
    int lost = batch.items() - kept.items();
    if (lost > 0) {
      String all = kept.problem().isEmpty() ? reason : reason + "; not stored: " + kept.problem();
      outcomes.add(new Outcome.Failed(batch.kind(), lost, all, batch.sources(), target.required()));
    }
  }

  private Kept kept(Batch batch, Verdict verdict) {
    LastResort lastResort = context.lastResort();
    return lastResort.keep(batch, target.name(), verdict.isRefused(), context.deadline());
  }
}
