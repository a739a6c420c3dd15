package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.model.Deadline;

/** Keeps batches that no intake took. */
public interface LastResort {
  /** Keeps nothing. */
  LastResort NONE = new Nothing();

  /**
   * Keeps a batch.
   *
   * @param batch what was not taken
   * @param target the name of the target that did not take it
   * @param refused whether the intake refused its content, so that sending it again is of no use
   * @param deadline when to give up
   * @return how much of it; a problem if that is not all that should have been kept
   */
  Kept keep(Batch batch, String target, boolean refused, Deadline deadline);
}
