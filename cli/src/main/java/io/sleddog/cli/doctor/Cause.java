package io.sleddog.cli.doctor;

import java.util.Arrays;

/** What can keep data from Datadog, in the order of its way; the ids never change. */
enum Cause {
  NOT_INSTRUMENTED("SD-FN-004", "the function is instrumented"),
  NOT_WRITTEN("SD-FN-005", "metrics and traces are written to the log"),
  EXTENSION("SD-FN-006", "no extension beside the forwarder"),
  LOG_FORMAT("SD-LOG-021", "Lambda's own records are in the log"),
  UNSAMPLED("SD-FN-022", "traces are on and kept"),
  DAMAGED("SD-FN-023", "metric and trace lines are whole"),
  DIED("SD-FN-024", "the function lives long enough to write"),
  MAY_NOT_WRITE("SD-FN-029", "the function may write logs"),
  OLD_ALIAS("SD-FN-026", "aliases lead to the present configuration"),
  NO_GROUP("SD-LOG-010", "the log group is there"),
  CUSTOM_GROUP("SD-LOG-011", "the function writes to the log group that is read"),
  GROUP_CLASS("SD-LOG-027", "the log group takes subscriptions"),
  NOT_SUBSCRIBED("SD-LOG-001", "the forwarder reads the log group"),
  NO_SLOT("SD-LOG-008", "a filter slot is free"),
  STREAM_BETWEEN("SD-LOG-028", "no stream in between"),
  WRONG_PLACE("SD-LOG-012", "the forwarder is of the same region and account"),
  PATTERN("SD-LOG-013", "every line passes the filter"),
  FORWARDER_GONE("SD-LOG-014", "the filter's forwarder is there"),
  NOT_ALLOWED("SD-LOG-009", "CloudWatch Logs may invoke the forwarder"),
  NO_KEY("SD-KEY-002", "the forwarder has a key"),
  WRONG_SITE("SD-KEY-003", "the key belongs to the forwarder's site"),
  KEY_UNREADABLE("SD-KEY-015", "the forwarder can read its key"),
  NO_WAY_OUT("SD-FWD-007", "the forwarder reaches Datadog"),
  FORWARDER_FAILS("SD-FWD-016", "the forwarder runs without errors"),
  THROTTLED("SD-FWD-017", "the forwarder is not throttled"),
  TOO_SMALL("SD-FWD-018", "the forwarder has time and memory"),
  DROPPED("SD-FWD-019", "the forwarder drops no line"),
  PARKED("SD-FWD-020", "no event waits for another try"),
  NO_TAGS("SD-FWD-025", "the forwarder fetches tags"),
  INVISIBLE("SD-FWD-030", "what arrives can be seen"),
  PROBE_SENT("SD-PRB-031", "the forwarder takes a test line"),
  PROBE_ARRIVED("SD-PRB-032", "a test line of the log group reaches the forwarder");

  private final String id;
  private final String sound;

  Cause(String id, String sound) {
    this.id = id;
    this.sound = sound;
  }

  /** Whether a rule has this id. */
  static boolean isKnown(String id) {
    return Arrays.stream(values()).anyMatch(it -> it.id.equals(id));
  }

  String id() {
    return id;
  }

  /** What is so if this is not the cause. */
  String sound() {
    return sound;
  }
}
