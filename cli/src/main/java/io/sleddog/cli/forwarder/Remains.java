package io.sleddog.cli.forwarder;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.subject.Failures;

/**
 * What a deployment leaves behind that does not come to its end.
 *
 * @param stack the stack's name
 * @param changeSet the change set's name
 */
record Remains(String stack, String changeSet) {
  /**
   * The user does not wait for the end.
   *
   * @param begun the call that may be under way
   */
  Problem ended(String begun) {
    return Problem.interrupted("Interrupted: " + left(begun), remedy(begun));
  }

  /**
   * AWS refused a call.
   *
   * @param made the last of the calls that it took
   */
  Problem failed(AwsFailure failure, String made) {
    Problem problem = Failures.problem(stack, failure);
    String message = problem.message() + "; " + left(made);
    Problem told = Problem.failed(problem.id(), message, problem.remedy()).because(failure);
    return problem.isRetryable() ? told.retryable() : told;
  }

  private String left(String call) {
    return switch (call) {
      case Deployment.EXECUTE -> "CloudFormation goes on to change the stack " + stack;
      case Deployment.CREATE -> "nothing was changed, but the change set " + changeSet + " is left";
      default -> "the code may be uploaded, the stack " + stack + " was not touched";
    };
  }

  private String remedy(String call) {
    return switch (call) {
      case Deployment.EXECUTE -> "Look with sleddog forwarder status --name " + stack;
      case Deployment.CREATE ->
          "Delete it: aws cloudformation delete-change-set --stack-name "
              + stack
              + " --change-set-name "
              + changeSet;
      default -> "Run it again";
    };
  }
}
