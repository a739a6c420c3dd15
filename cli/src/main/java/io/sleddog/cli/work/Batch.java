package io.sleddog.cli.work;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.Run;
import java.util.List;
import java.util.Optional;

/** Shows the plans of a batch, carries them out, and reports. The plan shown is the plan made. */
public final class Batch {
  private final Run run;
  private final Cloud cloud;
  private final Manner manner;
  private final Optional<String> question;

  /**
   * A batch.
   *
   * @param question what the user has to confirm before anything is changed, if anything
   */
  public Batch(Run run, Cloud cloud, Manner manner, Optional<String> question) {
    this.run = run;
    this.cloud = cloud;
    this.manner = manner;
    this.question = question;
  }

  /**
   * Carries the batch out, unless it is a dry run.
   *
   * @param planned the jobs as they are planned
   * @return the exit status
   */
  public int finish(List<JobResult> planned) {
    if (manner.isDryRun()) {
      return run.finish(new JobReport(manner, planned).report());
    }
    if (!run.isJson()) {
      planned.stream()
          .filter(Batch::isWorthShowing)
          .forEach(it -> run.screen().print(JobText.plan(it, run.screen().style())));
    }
    if (planned.stream().noneMatch(it -> it.outcome() == Outcome.PLANNED)) {
      return run.finish(new JobReport(manner, planned).report());
    }
    question.ifPresent(run::confirm);
    JobRunner runner = new JobRunner(cloud, run, manner.isKeptGoing(), planned);
    List<JobResult> done =
        run.watched(
            () -> run.finish(new JobReport(manner, runner.stop()).interrupted()), runner::run);
    return run.finish(new JobReport(manner, done).report());
  }

  private static boolean isWorthShowing(JobResult planned) {
    boolean isSilent =
        planned.outcome() == Outcome.UNCHANGED || planned.outcome() == Outcome.FAILED;
    return !isSilent || !planned.job().plan().warnings().isEmpty();
  }
}
