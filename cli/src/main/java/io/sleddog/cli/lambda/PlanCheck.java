package io.sleddog.cli.lambda;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.subject.Failures;
import io.sleddog.cli.work.JobResult;
import io.sleddog.plan.change.Finding;
import java.util.Map;

/** Whether a plan that was kept may still be carried out. */
final class PlanCheck {
  private final Cloud cloud;

  /**
   * Creates it.
   *
   * @param cloud where the functions are
   */
  PlanCheck(Cloud cloud) {
    this.cloud = cloud;
  }

  /** The function's job; refused if the function has another revision by now. */
  JobResult check(PlanFile.Entry entry) {
    String function = entry.job().subject();
    try {
      String now =
          cloud
              .service(ServiceName.LAMBDA, entry.job().region())
              .call("GetFunctionConfiguration", Map.of("FunctionName", function))
              .path("RevisionId")
              .asText();
      boolean isSame = now.equals(entry.revision());
      return JobResult.planned(isSame ? entry.job() : entry.job().refused(moved(function)));
    } catch (AwsFailure e) {
      if (e.isSignedOut()) {
        throw e;
      }
      return JobResult.unplanned(function, Failures.problem(function, e));
    }
  }

  private static Finding moved(String function) {
    return new Finding(
        "revision-moved",
        function,
        "it was changed after the plan was made",
        "Make a new plan with --plan-out");
  }
}
