package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;

/** Logs as the JSON array that the log intake takes. */
final class LogBatch implements Batch {
  private final ByteWriter body;
  private final int items;

  LogBatch(ByteWriter body, int items) {
    this.body = body;
    this.items = items;
  }

  @Override
  public Kind kind() {
    return Kind.LOGS;
  }

  @Override
  public int items() {
    return items;
  }

  @Override
  public void writeTo(ByteWriter target) {
    target.write(body.array(), 0, body.size());
  }
}
