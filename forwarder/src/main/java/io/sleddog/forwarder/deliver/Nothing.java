package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.model.Deadline;

/** Keeps nothing. */
final class Nothing implements LastResort {
  @Override
  public Kept keep(Batch batch, String target, boolean refused, Deadline deadline) {
    return Kept.NOTHING;
  }
}
