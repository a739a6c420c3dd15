package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.model.Slice;

/** Makes the body of a request from a batch. */
@FunctionalInterface
public interface Encoding {

  /** The body, not compressed. */
  Slice encode(Batch batch);
}
