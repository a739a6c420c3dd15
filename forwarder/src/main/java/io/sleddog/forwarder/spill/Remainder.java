package io.sleddog.forwarder.spill;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.deliver.Kept;
import io.sleddog.forwarder.deliver.LastResort;
import io.sleddog.forwarder.model.Deadline;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was not taken of a stored batch; safe for use by several senders. */
final class Remainder implements LastResort {
  private final List<String> refused = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();

  @Override
  public synchronized Kept keep(Batch batch, String target, boolean wasRefused, Deadline deadline) {
    (wasRefused ? refused : failed).addAll(batch.stored());
    return new Kept(batch.items(), "");
  }

  /** Items that no intake will ever take. */
  synchronized List<String> refused() {
    return new ArrayList<>(refused);
  }

  /** Items that may be taken another time. */
  synchronized List<String> failed() {
    return new ArrayList<>(failed);
  }
}
