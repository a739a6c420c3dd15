package io.sleddog.cli.doctor;

import io.sleddog.cli.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The diagnoses of one subject, collected by one thread. */
final class Findings {
  private final String subject;
  private final @Nullable Problem problem;
  private final List<Diagnosis> diagnoses = new ArrayList<>();

  /**
   * Nothing found yet.
   *
   * @param subject a function's ARN, or the name of a file
   */
  Findings(String subject) {
    this(subject, null);
  }

  private Findings(String subject, @Nullable Problem problem) {
    this.subject = subject;
    this.problem = problem;
  }

  /** Of a subject that could not be looked at. */
  static Findings unread(String subject, Problem problem) {
    return new Findings(subject, problem);
  }

  String subject() {
    return subject;
  }

  /** Why the subject could not be looked at. */
  Optional<Problem> problem() {
    return Optional.ofNullable(problem);
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

  /** Whether something is said of the cause already. */
  boolean isSaid(Cause cause) {
    return diagnoses.stream().anyMatch(it -> it.cause() == cause);
  }

  /** Whether the cause is found to be one. */
  boolean isFailed(Cause cause) {
    return diagnoses.stream().anyMatch(it -> it.cause() == cause && it.verdict() == Verdict.FAIL);
  }

  /** Says that the cause is not it, unless something was said of it already. */
  void okUnlessSaid(Cause cause) {
    if (!isSaid(cause)) {
      diagnoses.add(Diagnosis.ok(cause));
    }
  }

  /** What was not said by an earlier look at the same subject: other verdicts, another problem. */
  Findings since(Findings earlier) {
    boolean isSameProblem = problem().map(Problem::id).equals(earlier.problem().map(Problem::id));
    Findings fresh = new Findings(subject, isSameProblem ? null : problem);
    diagnoses.stream()
        .filter(it -> earlier.diagnoses.stream().noneMatch(it::isLike))
        .forEach(fresh.diagnoses::add);
    return fresh;
  }

  /** All of them in the order of the data's way. */
  List<Diagnosis> all() {
    return diagnoses.stream().sorted(Comparator.comparing(Diagnosis::cause)).toList();
  }
}
