package io.sleddog.local.otlp;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of telemetry that OTLP has, each with a path of its own. */
public enum OtlpSignal {
  /** Spans. */
  TRACES("/v1/traces", "Traces", "rejectedSpans"),
  /** Points of metrics. */
  METRICS("/v1/metrics", "Metrics", "rejectedDataPoints"),
  /** Log records. */
  LOGS("/v1/logs", "Logs", "rejectedLogRecords");

  private final String path;
  private final String message;
  private final String rejected;

  OtlpSignal(String path, String message, String rejected) {
    this.path = path;
    this.message = message;
    this.rejected = rejected;
  }

  /** The one that is sent to a path. */
  public static Optional<OtlpSignal> at(String path) {
    return Stream.of(values()).filter(signal -> signal.path.equals(path)).findFirst();
  }

  /** The name, in JSON, of the number of items that were refused. */
  public String rejected() {
    return rejected;
  }

  /** The name of its request in the table of fields. */
  String message() {
    return message;
  }
}
