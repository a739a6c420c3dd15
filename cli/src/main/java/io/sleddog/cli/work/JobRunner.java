package io.sleddog.cli.work;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Progress;
import io.sleddog.cli.subject.Failures;
import io.sleddog.cli.subject.Settling;
import io.sleddog.plan.calls.ApiCall;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Carries jobs out: first those that others need, then the rest, a few at a time. */
public final class JobRunner {
  private final Cloud cloud;
  private final Run run;
  private final boolean isKeptGoing;
  private final Standing standing;
  private final AtomicBoolean isStopped = new AtomicBoolean();

  /**
   * A runner for one run.
   *
   * @param isKeptGoing whether jobs are begun after one has failed
   * @param planned the jobs; those that are not planned stay as they are
   */
  public JobRunner(Cloud cloud, Run run, boolean isKeptGoing, List<JobResult> planned) {
    this.cloud = cloud;
    this.run = run;
    this.isKeptGoing = isKeptGoing;
    this.standing = new Standing(planned);
  }

  /** Carries them out, and gives the results in the order of the jobs. */
  public List<JobResult> run() {
    List<Integer> planned =
        IntStream.range(0, standing.now().size())
            .filter(it -> standing.of(it).outcome() == Outcome.PLANNED)
            .boxed()
            .toList();
    List<Integer> first = planned.stream().filter(it -> grants(standing.of(it))).toList();
    List<Integer> rest = planned.stream().filter(it -> !first.contains(it)).toList();
    try (Progress progress = new Progress(run.screen(), "changing", planned.size())) {
      first.forEach(it -> carryOut(it, progress));
      Parallel.each(rest, it -> carryOut(it, progress));
    }
    return standing.now();
  }

  /** Begins no other job, and gives the jobs as they are at this moment. */
  public List<JobResult> stop() {
    isStopped.set(true);
    return standing.now();
  }

  /** CloudWatch Logs must be allowed to call the forwarder before a filter can name it. */
  private static boolean grants(JobResult job) {
    return job.job().calls().stream().anyMatch(it -> it.call().equals("AddPermission"));
  }

  private void carryOut(int index, Progress progress) {
    if (isStopped.get()) {
      standing.set(index, standing.of(index).skipped());
      return;
    }
    JobResult result = makeCalls(index);
    standing.set(index, result);
    if (result.outcome() == Outcome.FAILED && !isKeptGoing) {
      isStopped.set(true);
    }
    progress.step();
  }

  private JobResult makeCalls(int index) {
    JobResult planned = standing.of(index);
    Job job = planned.job();
    CallMaker maker = new CallMaker(cloud, new Settling(run));
    int made = 0;
    try {
      for (ApiCall call : job.calls()) {
        standing.set(index, planned.begun(made));
        maker.make(call, job.region());
        made++;
      }
      return planned.done();
    } catch (AwsFailure e) {
      return planned.failed(made, Failures.problem(job.subject(), e));
    } catch (Problem e) {
      return planned.failed(made, e);
    }
  }
}
