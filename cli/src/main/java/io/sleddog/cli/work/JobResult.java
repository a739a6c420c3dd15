package io.sleddog.cli.work;

import io.sleddog.cli.problem.Problem;
import io.sleddog.plan.calls.ApiCall;
import io.sleddog.plan.change.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What became of a job.
 *
 * @param job the job; an empty one if it could not even be planned
 * @param outcome what became of it
 * @param made how many of its calls were made
 * @param problem why it failed
 */
public record JobResult(Job job, Outcome outcome, int made, Optional<Problem> problem) {
  /** A job that was planned, and is not carried out, or not yet. */
  public static JobResult planned(Job job) {
    Outcome outcome =
        job.plan().isRefused()
            ? Outcome.REFUSED
            : job.isEmpty() ? Outcome.UNCHANGED : Outcome.PLANNED;
    return new JobResult(job, outcome, 0, Optional.empty());
  }

  /**
   * A job that could not be planned.
   *
   * @param subject the function or log group, as the user named it
   */
  public static JobResult unplanned(String subject, Problem problem) {
    Plan none = new Plan(subject, List.of(), List.of(), List.of());
    Job job = new Job(subject, "", subject, none, List.<ApiCall>of());
    return new JobResult(job, Outcome.FAILED, 0, Optional.of(problem));
  }

  JobResult done() {
    return new JobResult(job, Outcome.CHANGED, job.calls().size(), Optional.empty());
  }

  JobResult failed(int callsMade, Problem why) {
    return new JobResult(job, Outcome.FAILED, callsMade, Optional.of(why));
  }

  JobResult begun(int callsMade) {
    return new JobResult(job, Outcome.BEGUN, callsMade, Optional.empty());
  }

  JobResult skipped() {
    return new JobResult(job, Outcome.SKIPPED, 0, Optional.empty());
  }
}
