package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.telemetry.Count;
import io.sleddog.forwarder.telemetry.Counters;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes logs one behind the other into the JSON array that will be posted.
 *
 * <p>The limits are those of the log intake: 5 MB and 1000 logs in a request, 1 MB for a log, all
 * counted before compression. A log that is larger is cut and marked.
 */
final class LogBatcher {
  static final int MAX_BYTES = 5_000_000;
  static final int MAX_ITEM_BYTES = 1_000_000;
  static final int MAX_ITEMS = 1000;
  private static final int CLOSING = 1;

  private final Counters counters;
  private final Consumer<Batch> batches;
  private final LogCutter cutter = new LogCutter();
  private @Nullable Envelope lastEnvelope;
  private byte[] lastTail = new byte[0];
  private ByteWriter body = new ByteWriter(1 << 20);
  private int items;

  LogBatcher(Counters counters, Consumer<Batch> batches) {
    this.counters = counters;
    this.batches = batches;
  }

  void add(LogRecord log) {
    byte[] tail = tail(log.envelope());
    int size = log.fields().length() + tail.length + 3;
    if (size > MAX_ITEM_BYTES) {
      counters.add(Count.LOGS_TRUNCATED, 1);
      Envelope envelope = log.envelope();
      tail = tail(envelope.withTags(envelope.tags().plus("truncated:true")));
      write(cutter.cut(log, MAX_ITEM_BYTES - tail.length - 3), tail);
    } else {
      write(log.fields(), tail);
    }
  }

  void finish() {
    if (items > 0) {
      body.write(']');
      batches.accept(new LogBatch(body, items));
      body = new ByteWriter(1 << 20);
      items = 0;
    }
  }

  private void write(Slice fields, byte[] tail) {
    int size = fields.length() + tail.length + 4;
    if (items == MAX_ITEMS || body.size() + size + CLOSING > MAX_BYTES) {
      finish();
    }
    body.write(items == 0 ? '[' : ',');
    body.write('{');
    body.write(fields.array(), fields.offset(), fields.length());
    if (fields.length() > 0) {
      body.write(',');
    }
    body.write(tail);
    body.write('}');
    items++;
  }

  /** The envelope as JSON; logs that came together share the object, so that looking is enough. */
  @SuppressWarnings("ReferenceEquality")
  private byte[] tail(Envelope envelope) {
    if (envelope != lastEnvelope) {
      lastTail = EnvelopeJson.of(envelope);
      lastEnvelope = envelope;
    }
    return lastTail;
  }
}
