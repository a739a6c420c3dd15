package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.telemetry.Count;

/** The kinds of telemetry, each with an intake of its own. */
public enum Kind {
  /** Log records. */
  LOGS("logs", Count.LOGS_FORWARDED, Count.LOGS_STORED, Count.LOGS_FAILED),
  /** Values of distribution metrics. */
  METRICS("metrics", Count.METRICS_FORWARDED, Count.METRICS_STORED, Count.METRICS_FAILED),
  /** Lines of spans. */
  TRACES("traces", Count.TRACES_FORWARDED, Count.TRACES_STORED, Count.TRACES_FAILED);

  private final String text;
  private final Count forwarded;
  private final Count stored;
  private final Count failed;

  Kind(String text, Count forwarded, Count stored, Count failed) {
    this.text = text;
    this.forwarded = forwarded;
    this.stored = stored;
    this.failed = failed;
  }

  /** The word for it in messages and names of objects. */
  public String text() {
    return text;
  }

  /** What counts items that were taken. */
  public Count forwarded() {
    return forwarded;
  }

  /** What counts items that were stored to be tried again. */
  public Count stored() {
    return stored;
  }

  /** What counts items that were neither taken nor stored. */
  public Count failed() {
    return failed;
  }
}
