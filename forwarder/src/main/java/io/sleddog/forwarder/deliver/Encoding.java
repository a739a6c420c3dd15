package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.model.Slice;

/** Makes the body of a request from a batch, and understands what comes back. */
public interface Encoding {
  /** The body, not compressed. */
  Slice encode(Batch batch);

  /** Whether the body of an answer says more than its status. */
  default boolean answers() {
    return false;
  }

  /** How many items of a request that was taken were not, by the body of the answer. */
  default int rejected(Slice answer) {
    return 0;
  }
}
