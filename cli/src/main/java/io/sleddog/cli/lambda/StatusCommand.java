package io.sleddog.cli.lambda;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.target.FunctionState;
import io.sleddog.cli.target.Selection;
import io.sleddog.cli.target.SelectionOptions;
import io.sleddog.cli.work.Job;
import io.sleddog.cli.work.JobResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
      "It changes nothing. Without options that choose, all functions are shown."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog lambda status",
      "  sleddog lambda status --stack shop --forwarder DatadogForwarder --env prod --fail",
      "  sleddog lambda status --functions-regex '^prod-' -r eu-west-1,us-east-1 --json",
      "%nExit status: 0 shown, 1 failed, 2 wrong usage, 3 differences (--fail), 4 no credentials,",
      "5 some functions could not be read."
    })
final class StatusCommand implements Callable<Integer> {
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
    Instrumenting planning = wishes.planning(run, cloud);
    List<FunctionStatus> statuses = new ArrayList<>();
    List<JobResult> failures = new ArrayList<>();
    for (Reading.Found found : new Reading(run, cloud).read(chosen, aws, true)) {
      failures.addAll(found.failures());
      for (FunctionState function : found.states()) {
        Job job = planning.plan(function, false);
        statuses.add(new FunctionStatus(function, job));
      }
    }
    return run.finish(new StatusReport(statuses, failures).report(isFailing));
  }
}
