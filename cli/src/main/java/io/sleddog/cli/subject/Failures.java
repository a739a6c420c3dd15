package io.sleddog.cli.subject;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.problem.Problem;

/** Tells a user what a failed call of AWS means. */
public final class Failures {
  private Failures() {}

  /**
   * The problem behind a failure.
   *
   * @param subject what the call was about, such as a function's ARN
   */
  public static Problem problem(String subject, AwsFailure failure) {
    String message = subject + ": " + failure.action() + " failed: " + failure.message();
    Problem problem =
        failure.isSignedOut()
            ? Problem.credentials(message, "Sign in again, or take another --profile")
            : Problem.failed(failure.code(), message, remedy(failure));
    return (failure.isPassing() ? problem.retryable() : problem).because(failure);
  }

  private static String remedy(AwsFailure failure) {
    if (failure.isOutdated()) {
      return "It was changed by somebody else meanwhile: look at the new plan and run it again";
    }
    if (failure.isPassing()) {
      return "Run it again; what is done already is not done twice";
    }
    return failure
        .missingStatement()
        .map(it -> "Allow it: " + it)
        .orElse("See what AWS says above");
  }
}
