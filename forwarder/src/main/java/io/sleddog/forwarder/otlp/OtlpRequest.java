package io.sleddog.forwarder.otlp;

import io.sleddog.forwarder.batch.Batch;
import io.sleddog.forwarder.batch.MetricBatch;
import io.sleddog.forwarder.batch.TraceBatch;
import io.sleddog.forwarder.model.MetricPoint;
import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.trace.Chunk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

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

  /**
   * Traces that a process sent by itself, in the binary form; nothing is said of AWS. Those that
   * were sampled out are left out.
   */
  public static Slice processTraces(List<Chunk> chunks) {
    return write(form -> TraceRequest.write(chunks, Place.ANYWHERE, form), new ProtobufForm());
  }

  /** Points of distributions that a process sent by itself, in the binary form. */
  public static Slice processMetrics(List<MetricPoint> points) {
    return write(form -> MetricRequest.write(points, Place.ANYWHERE, form), new ProtobufForm());
  }

  /**
   * Logs that a process sent by itself, in the binary form.
   *
   * @param logs each as the JSON object that Datadog's intake takes
   */
  public static Slice processLogs(List<String> logs) {
    return write(form -> LogRequest.write(logs, Place.ANYWHERE, form), new ProtobufForm());
  }

  private static Slice write(Batch batch, Form form) {
    return write(
        to -> {
          if (batch instanceof MetricBatch metrics) {
            MetricRequest.write(metrics.points(), Place.AWS, to);
          } else if (batch instanceof TraceBatch traces) {
            TraceRequest.write(traces.chunks(), Place.AWS, to);
          } else {
            LogRequest.write(batch.stored(), Place.AWS, to);
          }
        },
        form);
  }

  private interface Writing {
    void to(Form form) throws IOException;
  }

  private static Slice write(Writing writing, Form form) {
    try {
      writing.to(form);
    } catch (IOException e) {
      throw new UncheckedIOException("a batch of ours is not readable", e);
    }
    return form.bytes();
  }
}
