package io.sleddog.cli.work;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.subject.Failures;
import io.sleddog.cli.subject.Settling;
import io.sleddog.plan.calls.ApiCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carries jobs out: first those that others need, then the rest, a few at a time. */
public final class JobRunner {
  private final Cloud cloud;
  private final Run run;
  private final boolean isKeptGoing;
  private final AtomicBoolean isStopped = new AtomicBoolean();

  /**
   * A runner for one run.
   *
   * @param isKeptGoing whether jobs are begun after one has failed
   */
  public JobRunner(Cloud cloud, Run run, boolean isKeptGoing) {
    this.cloud = cloud;
    this.run = run;
    this.isKeptGoing = isKeptGoing;
  }

  /** The results in the order of the jobs; those that are not planned stay as they are. */
  public List<JobResult> run(List<JobResult> jobs) {
    List<JobResult> results = new ArrayList<>(jobs);
    for (int i = 0; i < results.size(); i++) {
      if (grants(results.get(i))) {
        results.set(i, carryOut(results.get(i)));
      }
    }
    return Parallel.map(run.screen(), "changing", results, this::carryOut);
  }

  /** CloudWatch Logs must be allowed to call the forwarder before a filter can name it. */
  private static boolean grants(JobResult job) {
    return job.job().calls().stream().anyMatch(it -> it.call().equals("AddPermission"));
  }

  private JobResult carryOut(JobResult planned) {
    if (planned.outcome() != Outcome.PLANNED) {
      return planned;
    }
    if (isStopped.get()) {
      return planned.skipped();
    }
    JobResult result = makeCalls(planned);
    if (result.outcome() == Outcome.FAILED && !isKeptGoing) {
      isStopped.set(true);
    }
    return result;
  }

  private JobResult makeCalls(JobResult planned) {
    Job job = planned.job();
    CallMaker maker = new CallMaker(cloud, new Settling(run));
    int made = 0;
    try {
      for (ApiCall call : job.calls()) {
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
