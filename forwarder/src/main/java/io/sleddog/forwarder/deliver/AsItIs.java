package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.model.Slice;

/** The body in the form that the batch itself has, which is Datadog's. */
public final class AsItIs implements Encoding {
  @Override
  public Slice encode(Batch batch) {
    return batch.body();
  }
}
