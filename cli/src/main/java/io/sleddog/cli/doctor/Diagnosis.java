package io.sleddog.cli.doctor;

/**
 * What a rule says of one function, log group or forwarder.
 *
 * @param cause the rule
 * @param verdict what it says
 * @param message what is so
 * @param evidence the call, the field and the value that show it; empty if there is nothing to show
 * @param remedy what to do; empty if nothing
 */
record Diagnosis(Cause cause, Verdict verdict, String message, String evidence, String remedy) {
  static Diagnosis ok(Cause cause) {
    return new Diagnosis(cause, Verdict.OK, cause.sound(), "", "");
  }

  static Diagnosis unknown(Cause cause, String why) {
    return new Diagnosis(cause, Verdict.UNKNOWN, "nobody knows whether " + cause.sound(), why, "");
  }
}
