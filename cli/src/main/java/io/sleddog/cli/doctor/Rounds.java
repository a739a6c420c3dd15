package io.sleddog.cli.doctor;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
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
import io.sleddog.cli.work.Parallel;
import io.sleddog.plan.model.SubscriptionFilter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at the chosen functions, as often as is wanted. */
final class Rounds {
  private final Run run;
  private final Cloud cloud;
  private final Wish wish;
  private final List<Target> targets;

  /**
   * How to look.
   *
   * @param options the user's
   * @param forwarder the forwarder that the user named
   */
  record Wish(DoctorOptions options, Optional<String> forwarder) {}

  Rounds(Run run, Cloud cloud, Wish wish) {
    this(run, cloud, wish, List.of());
  }

  private Rounds(Run run, Cloud cloud, Wish wish, List<Target> targets) {
    this.run = run;
    this.cloud = cloud;
    this.wish = wish;
    this.targets = targets;
  }

  /**
   * The same for certain functions.
   *
   * @throws Problem if no function matches
   */
  Rounds of(Selection selection, List<String> regions) {
    List<Target> found = new Selector(cloud, regions).select(selection);
    if (found.isEmpty()) {
      throw Problem.failed(
          "functions-missing",
          "No function matches",
          "Look at pattern, tags and stack, the region and the account of the credentials");
    }
    return new Rounds(run, cloud, wish, found);
  }

  /** What is to be said of each of them. */
  List<Findings> look() {
    LineReader lines = new LineReader(cloud, run.now().minus(wish.options().since()));
    Optional<KeyCheck> keyCheck =
        wish.options().isCheckingKey()
            ? Optional.of(new KeyCheck(cloud, wish.options().isTryingSites()))
            : Optional.empty();
    Checkup checkup =
        new Checkup(
            cloud, new ForwarderReader(cloud, lines, run.now()), wish.forwarder(), keyCheck);
    FunctionReader reader = new FunctionReader(cloud, true, new Settling(run));
    return Parallel.map(run.screen(), "examining", targets, it -> examine(it, reader, checkup))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** One that is not there, or that nobody may read, does not keep the others. */
  private List<Findings> examine(Target target, FunctionReader reader, Checkup checkup) {
    try {
      return reader.read(target).stream().map(it -> examine(it, checkup)).toList();
    } catch (AwsFailure e) {
      return unread(target, Failures.problem(target.name(), e));
    } catch (Problem e) {
      return unread(target, e);
    }
  }

  private static List<Findings> unread(Target target, Problem problem) {
    if (problem.status() == ExitStatus.CREDENTIALS) {
      throw problem;
    }
    return List.of(Findings.unread(target.name(), problem));
  }

  private Findings examine(FunctionState function, Checkup checkup) {
    Findings findings = checkup.examine(function);
    if (wish.options().isProbing()) {
      probe(function, checkup, findings);
    }
    return findings;
  }

  private void probe(FunctionState function, Checkup checkup, Findings findings) {
    String marker = UUID.randomUUID().toString();
    GroupRules.filter(function.description().logGroup(), wish.forwarder())
        .map(SubscriptionFilter::destination)
        .map(it -> it.shape())
        .or(wish::forwarder)
        .flatMap(it -> checkup.facts(it, function.region()).configuration())
        .ifPresentOrElse(
            it -> new Probe(run, cloud, function, findings, marker).send(it),
            () -> findings.unknown(Cause.PROBE_SENT, "no forwarder is known"));
  }
}
