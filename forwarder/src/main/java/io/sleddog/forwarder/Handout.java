package io.sleddog.forwarder;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.deliver.Delivery;
import io.sleddog.forwarder.telemetry.Count;
import java.util.function.Consumer;

/**
 * Hands full batches to the delivery, and counts them; logs that nobody wants end here.
 *
 * @param forwardLogs whether logs are wanted
 */
record Handout(Delivery delivery, Result result, boolean forwardLogs) implements Consumer<Batch> {
  @Override
  public void accept(Batch batch) {
    if (batch.kind() == Kind.LOGS && !forwardLogs) {
      result.counters().add(Count.LOGS_SWITCHED_OFF, batch.items());
      batch.release();
    } else {
      result.handed().add(batch.kind().forwarded(), batch.items());
      delivery.deliver(batch);
    }
  }
}
