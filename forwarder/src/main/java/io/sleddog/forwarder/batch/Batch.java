package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.model.Slice;
import io.sleddog.forwarder.model.Sources;
import java.util.List;
import java.util.Map;

/** Items of one kind that travel in one request. */
public interface Batch {

  /** What the items are. */
  Kind kind();

  /** How many items there are, at least one. */
  int items();

  /** The records of the event that they came from. */
  Sources sources();

  /** Headers that depend on the items. */
  default Map<String, String> headers() {
    return Map.of();
  }

  /** The body for Datadog's intake, not compressed; valid until {@link #release()}. */
  Slice body();

  /** Two batches that share the items, for an intake that refuses this one. */
  List<Batch> halves();

  /** Each item as JSON text, in the form in which undelivered ones are stored. */
  List<String> stored();

  /** Says that the batch is no longer needed, so that its memory can be used again. */
  default void release() {}
}
