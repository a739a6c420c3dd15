package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.model.Item;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.TraceLine;
import io.sleddog.forwarder.telemetry.Counters;
import java.util.function.Consumer;

/** Collects items of all kinds and passes on each batch as soon as it is full. */
public final class Batcher {
  private final LogBatcher logs;
  private final MetricBatcher metrics;
  private final TraceBatcher traces;

  /**
   * A batcher for one invocation.
   *
   * @param counters counts what had to be cut
   * @param batches takes each batch
   */
  public Batcher(Counters counters, Consumer<Batch> batches) {
    this.logs = new LogBatcher(counters, batches);
    this.metrics = new MetricBatcher(batches);
    this.traces = new TraceBatcher(batches);
  }

  /** Adds an item; its bytes are copied, so that they may change afterwards. */
  public void batch(Item item) {
    if (item instanceof LogRecord log) {
      logs.add(log);
    } else if (item instanceof MetricPoint point) {
      metrics.add(point);
    } else if (item instanceof TraceLine line) {
      traces.add(line);
    }
  }

  /** Passes on what is left. */
  public void finish() {
    logs.finish();
    traces.finish();
    metrics.finish();
  }
}
