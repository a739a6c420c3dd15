package io.sleddog.cli.lambda;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.target.Failures;
import io.sleddog.cli.target.FunctionReader;
import io.sleddog.cli.target.FunctionState;
import io.sleddog.cli.target.Selection;
import io.sleddog.cli.target.Selector;
import io.sleddog.cli.target.Settling;
import io.sleddog.cli.target.Target;
import io.sleddog.cli.work.JobResult;
import io.sleddog.cli.work.Parallel;
import java.util.List;

/** Reads the functions that are chosen; one that cannot be read does not stop the others. */
final class Reading {
  private final Run run;
  private final Cloud cloud;

  Reading(Run run, Cloud cloud) {
    this.run = run;
    this.cloud = cloud;
  }

  /**
   * What was found under one name.
   *
   * @param states the function, once for each region where it is
   * @param failures why it is not there
   */
  record Found(List<FunctionState> states, List<JobResult> failures) {}

  /**
   * The chosen functions.
   *
   * @throws Problem if there is none, or nobody may ask
   */
  List<Found> read(Selection selection, AwsOptions aws, boolean withLogGroup) {
    List<Target> targets = select(selection, aws);
    if (targets.isEmpty()) {
      throw Problem.failed(
          "functions-missing",
          "No function matches",
          "Look at pattern, tags and stack, the region and the account of the credentials");
    }
    FunctionReader reader = new FunctionReader(cloud, withLogGroup, new Settling(run));
    return Parallel.map(run.screen(), "reading", targets, it -> read(it, reader));
  }

  private List<Target> select(Selection selection, AwsOptions aws) {
    try {
      return new Selector(cloud, aws.regions(run, cloud)).select(selection);
    } catch (AwsFailure e) {
      throw Failures.problem("Looking for functions", e);
    }
  }

  private static Found read(Target target, FunctionReader reader) {
    try {
      return new Found(reader.read(target), List.of());
    } catch (AwsFailure e) {
      return failed(target, Failures.problem(target.name(), e));
    } catch (Problem e) {
      return failed(target, e);
    }
  }

  private static Found failed(Target target, Problem problem) {
    if (problem.status() == ExitStatus.CREDENTIALS) {
      throw problem;
    }
    return new Found(List.of(), List.of(JobResult.unplanned(target.name(), problem)));
  }
}
