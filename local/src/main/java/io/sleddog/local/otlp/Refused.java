package io.sleddog.local.otlp;

import io.sleddog.local.intake.MalformedBody;

/** Counts what of a body could not be taken while the rest was, with the first reason. */
final class Refused {
  private int count;
  private String reason = "";

  /** Does something for one item; if it is malformed it is counted instead. */
  void unlessMalformed(Runnable step) {
    try {
      step.run();
    } catch (MalformedBody e) {
      add(String.valueOf(e.getMessage()));
    }
  }

  void add(String why) {
    count++;
    reason = reason.isEmpty() ? why : reason;
  }

  int count() {
    return count;
  }

  String reason() {
    return reason;
  }
}
