package io.sleddog.lambda;

/** How an event is meant. */
public enum EventKind {
  /** Something to know. */
  INFO("info"),
  /** Something went well. */
  SUCCESS("success"),
  /** Something may go wrong. */
  WARNING("warning"),
  /** Something went wrong. */
  ERROR("error");

  private final String word;

  EventKind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
