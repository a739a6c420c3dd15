package io.sleddog.cli.lambda;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.subject.Failures;
import io.sleddog.cli.subject.FunctionReader;
import io.sleddog.cli.subject.FunctionState;
import io.sleddog.cli.subject.Selection;
import io.sleddog.cli.subject.Selector;
import io.sleddog.cli.subject.Settling;
import io.sleddog.cli.subject.Target;
import io.sleddog.cli.work.JobResult;
import io.sleddog.cli.work.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
   * Works on what was found, in the order in which it was chosen.
   *
   * @param work is given a function
   * @param missing is given what became of a name without one
   */
  static <R> List<R> each(
      List<Found> found, Function<FunctionState, R> work, Function<JobResult, R> missing) {
    List<R> results = new ArrayList<>();
    for (Found one : found) {
      one.failures().forEach(it -> results.add(missing.apply(it)));
      one.states().forEach(it -> results.add(work.apply(it)));
    }
    return results;
  }

  /**
   * The chosen functions.
   *
   * @throws Problem if there is none, or nobody may ask
   */
  List<Found> read(Selection selection, AwsOptions aws, boolean withLogGroup) {
    List<Found> found = readIfAny(selection, aws, withLogGroup);
    if (found.isEmpty()) {
      throw Problem.failed(
          "functions-missing",
          "No function matches",
          "Look at pattern, tags and stack, the region and the account of the credentials");
    }
    return found;
  }

  /** The chosen functions, of which there may be none; see {@link #read}. */
  List<Found> readIfAny(Selection selection, AwsOptions aws, boolean withLogGroup) {
    FunctionReader reader = new FunctionReader(cloud, withLogGroup, new Settling(run));
    return Parallel.map(run.screen(), "reading", select(selection, aws), it -> read(it, reader));
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
