package io.sleddog.cli.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The diagnoses of one subject, collected by one thread. */
final class Findings {
  private final String subject;
  private final List<Diagnosis> diagnoses = new ArrayList<>();

  /**
   * Nothing found yet.
   *
   * @param subject a function's ARN, or the name of a file
   */
  Findings(String subject) {
    this.subject = subject;
  }

  String subject() {
    return subject;
  }

  void fail(Cause cause, String message, String evidence, String remedy) {
    diagnoses.add(new Diagnosis(cause, Verdict.FAIL, message, evidence, remedy));
  }

  void warn(Cause cause, String message, String evidence, String remedy) {
    diagnoses.add(new Diagnosis(cause, Verdict.WARN, message, evidence, remedy));
  }

  void unknown(Cause cause, String why) {
    diagnoses.add(Diagnosis.unknown(cause, why));
  }

  /** Says that the cause is not it, unless something was said of it already. */
  void okUnlessSaid(Cause cause) {
    if (diagnoses.stream().noneMatch(it -> it.cause() == cause)) {
      diagnoses.add(Diagnosis.ok(cause));
    }
  }

  /** All of them in the order of the data's way. */
  List<Diagnosis> all() {
    return diagnoses.stream().sorted(Comparator.comparing(Diagnosis::cause)).toList();
  }
}
