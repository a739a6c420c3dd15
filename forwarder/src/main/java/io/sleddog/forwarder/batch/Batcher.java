package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.TraceLine;
import java.io.IOException;

/** Collects items of all kinds and passes on each batch as soon as it is full. */
public final class Batcher {
  private final LogBatcher logs;
  private final MetricBatcher metrics;
  private final TraceBatcher traces;

  /** A batcher for one invocation. */
  public Batcher(BatchContext context) {
    this.logs = new LogBatcher(context);
    this.metrics = new MetricBatcher(context);
    this.traces = new TraceBatcher(context);
  }

  /**
   * Adds an item; its bytes are copied, so that they may change afterwards.
   *
   * @param source index of the event's record that it came from
   * @throws IOException if there is no time left to wait for memory
   */
  public void batch(Item item, int source) throws IOException {
    if (item instanceof LogRecord log) {
      logs.add(log, source);
    } else if (item instanceof MetricPoint point) {
      metrics.add(point, source);
    } else if (item instanceof TraceLine line) {
      traces.add(line, source);
    }
  }

  /** Passes on what is left. */
  public void finish() {
    logs.finish();
    traces.finish();
    metrics.finish();
  }
}
