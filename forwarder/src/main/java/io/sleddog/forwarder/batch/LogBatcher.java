package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;
import io.sleddog.forwarder.model.Envelope;
import io.sleddog.forwarder.model.EnvelopeJson;
import io.sleddog.forwarder.model.LogRecord;
import io.sleddog.forwarder.model.Origin;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Sources;
import io.sleddog.forwarder.telemetry.Count;
import java.io.IOException;
import java.util.Map;
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
  private static final int MAX_TAIL_BYTES = MAX_ITEM_BYTES / 2;
  private static final String STORAGE = "DD-STORAGE-TAG";

  private final BatchContext context;
  private final LogCutter cutter = new LogCutter();
  private @Nullable Envelope lastEnvelope;
  private byte[] lastTail = new byte[0];
  private Origin origin = Origin.EVENT;
  private Sources sources = Sources.NONE;
  private @Nullable ByteWriter buffer;
  private LogEnds ends = new LogEnds();

  LogBatcher(BatchContext context) {
    this.context = context;
  }

  void add(LogRecord log, int source) throws IOException {
    Envelope envelope = log.envelope();
    byte[] tail = tail(envelope);
    Slice fields = log.fields();
    if (fields.length() + tail.length + 3 > MAX_ITEM_BYTES) {
      context.counters().add(Count.LOGS_TRUNCATED, 1);
      Envelope shorter = tail.length > MAX_TAIL_BYTES ? EnvelopeCutter.cut(envelope) : envelope;
      tail = tail(shorter.withTags(shorter.tags().plus("truncated:true")));
      fields = cutter.cut(log, MAX_ITEM_BYTES - tail.length - 3);
    }
    if (isFull(fields.length() + tail.length) || isOtherOrigin(envelope.origin())) {
      passOn(context.buffers().admit(body(), context.deadline()));
    }
    origin = envelope.origin();
    sources = sources.with(source);
    write(fields, tail);
  }

  /** Passes on what is left, which may be more than there is room for: it must not be lost. */
  void finish() {
    if (ends.count() > 0) {
      passOn(context.buffers().admitNow(body()));
    }
  }

  private void passOn(Runnable release) {
    ByteWriter body = body();
    body.write(']');
    LogBatch.Content content = new LogBatch.Content(body, ends, headers(), sources, release);
    buffer = null;
    ends = new LogEnds();
    sources = Sources.NONE;
    context.batches().accept(LogBatch.of(content));
  }

  private boolean isFull(int more) {
    return ends.count() == MAX_ITEMS || body().size() + more + 5 > MAX_BYTES;
  }

  private boolean isOtherOrigin(Origin other) {
    return ends.count() > 0 && !origin.attribute().equals(other.attribute());
  }

  private ByteWriter body() {
    ByteWriter current = buffer;
    if (current == null) {
      current = context.buffers().take();
      buffer = current;
    }
    return current;
  }

  private void write(Slice fields, byte[] tail) {
    ByteWriter body = body();
    body.write(ends.count() == 0 ? '[' : ',');
    body.write('{');
    body.write(fields.array(), fields.offset(), fields.length());
    if (fields.length() > 0) {
      body.write(',');
    }
    body.write(tail);
    body.write('}');
    ends.add(body.size());
  }

  private Map<String, String> headers() {
    if (origin.isS3() && context.storageTags().s3()) {
      return Map.of(STORAGE, "s3");
    } else if (origin.isCloudWatch() && context.storageTags().cloudWatch()) {
      return Map.of(STORAGE, "cloudwatch");
    }
    return Map.of();
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
