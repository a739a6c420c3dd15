package io.sleddog.cli.doctor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
  private static final String PROGRAM = "sleddog ";

  /** What the user has to fill in. */
  private static final Pattern BLANK = Pattern.compile("\\b(ARN|NAME)\\b|…|;");

  static Diagnosis ok(Cause cause) {
    return new Diagnosis(cause, Verdict.OK, cause.sound(), "", "");
  }

  static Diagnosis unknown(Cause cause, String why) {
    return new Diagnosis(cause, Verdict.UNKNOWN, "nobody knows whether " + cause.sound(), why, "");
  }

  /** Whether another says the same of the same cause, if perhaps with other numbers. */
  boolean isLike(Diagnosis other) {
    return cause == other.cause && verdict == other.verdict;
  }

  /** The words after the program's name, if the remedy is one of its commands, ready to run. */
  Optional<List<String>> command() {
    return remedy.startsWith(PROGRAM) && !BLANK.matcher(remedy).find()
        ? Optional.of(List.of(remedy.substring(PROGRAM.length()).split(" ", 0)))
        : Optional.empty();
  }
}
