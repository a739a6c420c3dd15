package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.target.Backlog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sleddog forwarder replay}. */
@Command(
    name = "replay",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Has the forwarder send again what no intake took and it stored.",
      "Batches that are too old, or were tried too often, go to a quarantine."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog forwarder replay --dry-run",
      "  sleddog forwarder replay --forwarder DatadogForwarder --rounds 3 --json",
      "%nExit status: 0 nothing is left, 1 failed, 2 wrong usage, 4 no credentials, 5 some are"
          + " left."
    })
final class ReplayCommand implements Callable<Integer> {
  private final Session session;
  @Mixin private final LocateOptions locate = new LocateOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = "--rounds",
      order = 20,
      paramLabel = "NUMBER",
      defaultValue = "10",
      description = "How often it is invoked at most; ${DEFAULT-VALUE} by default.")
  private int rounds;

  @Option(
      names = {"-d", "--dry-run", "--dry"},
      order = 60,
      description = "Count what is stored, and send nothing.")
  private boolean isDryRun;

  ReplayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    if (rounds < 1) {
      throw Problem.usage("rounds", "--rounds " + rounds + " is too few", "Give 1 or more");
    }
    Cloud cloud = aws.cloud(run);
    Replaying replaying = new Replaying(cloud, locate.find(run, cloud, aws));
    Optional<Backlog> before = replaying.backlog();
    Optional<Backlog> now = before;
    int invocations = 0;
    boolean isMoving = !isDryRun && before.map(it -> it.waiting() > 0).orElse(true);
    while (isMoving && invocations < rounds) {
      run.screen().note("Replaying" + now.map(it -> ": " + it.waiting() + " wait").orElse(""));
      replaying.invoke();
      invocations++;
      Optional<Backlog> after = replaying.backlog();
      isMoving = isLess(now, after);
      now = after;
    }
    return run.finish(report(before, now, invocations));
  }

  /** Whether some are left, but fewer than before, so that it is worth to go on. */
  private static boolean isLess(Optional<Backlog> before, Optional<Backlog> after) {
    return before.isPresent()
        && after.isPresent()
        && after.get().waiting() > 0
        && after.get().waiting() < before.get().waiting();
  }

  private Report report(Optional<Backlog> before, Optional<Backlog> now, int invocations) {
    ObjectNode json = Json.object().put("dryRun", isDryRun).put("invocations", invocations);
    before.ifPresent(it -> json.put("place", it.place()).put("waitingBefore", it.waiting()));
    now.ifPresent(it -> json.put("waiting", it.waiting()).put("quarantined", it.quarantined()));
    boolean isDone = isDryRun || now.map(it -> it.waiting() == 0).orElse(true);
    List<String> lines = List.of(line(before, now, invocations));
    return new Report(
        isDone ? ExitStatus.OK : ExitStatus.PARTLY,
        json,
        style -> lines,
        isDone ? Optional.empty() : Optional.of(left()));
  }

  private static Problem left() {
    return Problem.failed(
            "batches-left",
            "Not everything could be sent",
            "Look at its log for the reason: sleddog forwarder tail --since 10m --no-follow")
        .retryable();
  }

  private static String line(Optional<Backlog> before, Optional<Backlog> now, int invocations) {
    String times = invocations + (invocations == 1 ? " invocation" : " invocations");
    if (before.isEmpty() || now.isEmpty()) {
      return times + "; nobody may look into the bucket or queue, so it is not known what is left";
    }
    if (before.get().place().isEmpty()) {
      return "The forwarder stores nothing: DD_STORE_FAILED_EVENTS and a bucket or queue are not"
          + " set";
    }
    return "%s, waiting: %d before, %d now; in quarantine: %d (%s)"
        .formatted(
            times,
            before.get().waiting(),
            now.get().waiting(),
            now.get().quarantined(),
            now.get().place());
  }
}
