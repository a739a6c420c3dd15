package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.model.Sources;

/** What became of a batch, or of a part of one. */
public sealed interface Outcome {

  /** The kind of the items. */
  Kind kind();

  /** How many items there were. */
  int items();

  /** An intake took them. */
  record Delivered(Kind kind, int items) implements Outcome {}

  /**
   * No intake took them, and they were stored to be tried again.
   *
   * @param reason why they were not taken
   */
  record Stored(Kind kind, int items, String reason) implements Outcome {}

  /**
   * An intake took the request but not these of it, and does not want them again.
   *
   * @param reason where, for people
   */
  record Rejected(Kind kind, int items, String reason) implements Outcome {}

  /**
   * No intake took them, and they are not stored either.
   *
   * @param reason what happened and where, for people; holds neither payload nor key
   * @param sources the records of the event that have to come again
   * @param fatal whether the invocation must fail for it
   */
  record Failed(Kind kind, int items, String reason, Sources sources, boolean fatal)
      implements Outcome {
    /** The same for another reason. */
    Failed because(String other) {
      return new Failed(kind, items, other, sources, fatal);
    }
  }
}
