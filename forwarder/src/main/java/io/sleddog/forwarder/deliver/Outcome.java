package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.batch.Kind;

/** What became of a batch. */
public sealed interface Outcome {

  /** The kind of the batch's items. */
  Kind kind();

  /** How many items it had. */
  int items();

  /** The intake took it. */
  record Delivered(Kind kind, int items) implements Outcome {}

  /**
   * The intake did not take it.
   *
   * @param reason what happened and where, for people; holds neither payload nor key
   */
  record Failed(Kind kind, int items, String reason) implements Outcome {}
}
