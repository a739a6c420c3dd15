package io.sleddog.cli.lambda;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.subject.FunctionState;
import io.sleddog.cli.subject.Selection;
import io.sleddog.cli.subject.SelectionOptions;
import io.sleddog.cli.work.Job;
import io.sleddog.cli.work.JobResult;
import io.sleddog.cli.work.Parallel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sleddog lambda status}. */
@Command(
    name = "status",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Shows how functions are instrumented: by what, with which layer, who reads their "
          + "log, and what lambda instrument with the same options would change.",
      "It changes nothing. Without options that choose, all functions are shown. The last run is "
          + "the newest REPORT in the log."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog lambda status",
      "  sleddog lambda status --stack shop --forwarder DatadogForwarder --env prod --fail",
      "  sleddog lambda status --functions-regex '^prod-' -r eu-west-1,us-east-1 --json",
      "  sleddog lambda status --stack shop --watch",
      "%nExit status: 0 shown, 1 failed, 2 wrong usage, 3 differences (--fail), 4 no credentials,",
      "5 some functions could not be read, 130 interrupted (--watch)."
    })
final class StatusCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Session session;
  @Mixin private final SelectionOptions selection = new SelectionOptions();
  @Mixin private final Wishes wishes = new Wishes();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = "--fail",
      order = 61,
      description = "Exit status 3 if a function is not as the options say.")
  private boolean isFailing;

  @Option(
      names = "--no-last-run",
      order = 62,
      description = "Do not look for the last run in each function's log.")
  private boolean isWithoutLastRun;

  @Option(
      names = "--watch",
      order = 63,
      description = "Look again every 30 seconds, and show what has changed, until interrupted.")
  private boolean isWatching;

  private StatusCommand(Session session) {
    this.session = session;
  }

  static CommandLine commandLine(Session session) {
    StatusCommand command = new StatusCommand(session);
    CommandLine line = new CommandLine(command);
    command.wishes.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    Selection said = selection.selection(session.config());
    Selection chosen = said.isEmpty() ? said.withFunctions(List.of("*")) : said;
    Cloud cloud = aws.cloud(run);
    StatusReport report = look(run, cloud, chosen);
    return isWatching
        ? watch(run, report, () -> look(run, cloud, chosen))
        : run.finish(report.report(isFailing));
  }

  private int watch(Run run, StatusReport first, Supplier<StatusReport> look) {
    StatusReport before = first;
    int status = run.round(first.report(isFailing));
    while (run.waits(PAUSE)) {
      StatusReport now = look.get();
      now.since(before).ifPresent(it -> run.round(it.report(isFailing)));
      status = now.report(isFailing).status().code();
      before = now;
    }
    return status;
  }

  private StatusReport look(Run run, Cloud cloud, Selection chosen) {
    Reading reading = new Reading(run, cloud);
    List<Reading.Found> found =
        selection.selection(session.config()).isEmpty()
            ? reading.readIfAny(chosen, aws, true)
            : reading.read(chosen, aws, true);
    Instrumenting planning = wishes.planning(run, cloud);
    List<FunctionState> functions = found.stream().flatMap(it -> it.states().stream()).toList();
    List<Optional<LastReport>> last = last(run, cloud, functions);
    List<FunctionStatus> statuses = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      Job drift = planning.plan(functions.get(i), false);
      statuses.add(new FunctionStatus(functions.get(i), drift, last.get(i)));
    }
    List<JobResult> failures = found.stream().flatMap(it -> it.failures().stream()).toList();
    return new StatusReport(statuses, failures, run.now());
  }

  private List<Optional<LastReport>> last(Run run, Cloud cloud, List<FunctionState> functions) {
    LastReportReader reader = new LastReportReader(cloud);
    return Parallel.map(
        run.screen(),
        "reading logs",
        functions,
        it -> isWithoutLastRun ? Optional.empty() : reader.read(it));
  }
}
