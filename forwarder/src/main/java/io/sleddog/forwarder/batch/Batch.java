package io.sleddog.forwarder.batch;

import io.sleddog.forwarder.json.ByteWriter;

/** Items of one kind that travel in one request. */
public interface Batch {

  /** What the items are. */
  Kind kind();

  /** How many items there are, at least one. */
  int items();

  /** Writes the request's body, not compressed. */
  void writeTo(ByteWriter body);
}
