package io.sleddog.forwarder.otlp;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.MetricBatch;
import io.sleddog.forwarder.batch.TraceBatch;
import io.sleddog.forwarder.model.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a batch as the export request that a collector takes. */
public final class OtlpRequest {
  private OtlpRequest() {}

  /** A batch in the binary form. */
  public static Slice protobuf(Batch batch) {
    return write(batch, new ProtobufForm());
  }

  /** A batch in the form in JSON. */
  public static Slice json(Batch batch) {
    return write(batch, new JsonForm());
  }

  private static Slice write(Batch batch, Form form) {
    try {
      if (batch instanceof MetricBatch metrics) {
        MetricRequest.write(metrics.points(), form);
      } else if (batch instanceof TraceBatch traces) {
        TraceRequest.write(traces.chunks(), form);
      } else {
        LogRequest.write(batch.stored(), form);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a batch of ours is not readable", e);
    }
    return form.bytes();
  }
}
