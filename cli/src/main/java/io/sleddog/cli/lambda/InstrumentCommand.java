package io.sleddog.cli.lambda;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.subject.Selection;
import io.sleddog.cli.subject.SelectionOptions;
import io.sleddog.cli.work.Batch;
import io.sleddog.cli.work.BatchOptions;
import io.sleddog.cli.work.Job;
import io.sleddog.cli.work.JobResult;
import io.sleddog.cli.work.Manner;
import io.sleddog.cli.work.Noun;
import io.sleddog.cli.work.Parallel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sleddog lambda instrument}. */
@Command(
    name = "instrument",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Makes functions observable: attaches the layer, redirects the handler, sets "
          + "variables and tags, and subscribes the forwarder to the log group.",
      "Shows the plan, then carries it out. What is there already stays, and is kept "
          + "in the function for lambda uninstrument."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog lambda instrument -f orders --forwarder DatadogForwarder --service orders --env"
          + " prod",
      "  sleddog lambda instrument --functions-regex '^prod-' -r eu-west-1 --forwarder ARN"
          + " --dry-run",
      "  sleddog lambda instrument --stack shop --exclude 'shop-migrate*' --forwarder ARN --json",
      "  sleddog lambda instrument -f orders --forwarder ARN --publish --alias live",
      "  sleddog lambda instrument --stack shop --forwarder ARN --plan-out plan.json",
      "  sleddog lambda instrument --plan plan.json",
      "%nExit status: 0 done, 1 failed, 2 wrong usage, 3 differences (--dry-run --fail),",
      "4 no credentials, 5 partly done."
    })
final class InstrumentCommand implements Callable<Integer> {
  private final Session session;
  @Mixin private final SelectionOptions selection = new SelectionOptions();
  @Mixin private final Wishes wishes = new Wishes();
  @Mixin private final PublishOptions publish = new PublishOptions();
  @Mixin private final PlanOptions files = new PlanOptions();
  @Mixin private final BatchOptions batch = new BatchOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final VendorOptions vendor = new VendorOptions();

  @Option(
      names = {"-i", "--interactive"},
      order = 6,
      description = "Ask for functions, forwarder, service and so on, and before the change.")
  private boolean isInteractive;

  private InstrumentCommand(Session session) {
    this.session = session;
  }

  static CommandLine commandLine(Session session) {
    InstrumentCommand command = new InstrumentCommand(session);
    CommandLine line = new CommandLine(command);
    command.wishes.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    Optional<Path> kept = files.in().map(session.folder()::resolve);
    if (kept.isPresent()) {
      return carryOut(run, PlanFile.read(kept.get()));
    }
    vendor.explain(run);
    Selection chosen = selection.selection(session.config());
    Cloud cloud = aws.cloud(run);
    if (isInteractive) {
      chosen = new Interview(run, cloud).ask(chosen, wishes, aws);
    }
    chosen.required();
    Instrumenting planning = wishes.planning(run, cloud);
    boolean withLogGroup = !wishes.wiring().forwarders().isEmpty();
    List<Reading.Found> found = new Reading(run, cloud).read(chosen, aws, withLogGroup);
    return finish(run, cloud, plan(found, planning, new Publishing(cloud, publish)));
  }

  private int carryOut(Run run, PlanFile file) {
    Cloud cloud = aws.cloud(run);
    List<JobResult> planned =
        Parallel.map(run.screen(), "reading", file.entries(), new PlanCheck(cloud)::check);
    return new Batch(run, cloud, batch.manner(Noun.FUNCTION), Optional.empty()).finish(planned);
  }

  private int finish(Run run, Cloud cloud, List<Planned> planned) {
    List<JobResult> results = planned.stream().map(Planned::result).toList();
    Manner manner = batch.manner(Noun.FUNCTION);
    if (files.out().isPresent()) {
      keep(run, session.folder().resolve(files.out().get()), planned);
      manner = manner.dry();
    }
    Optional<String> question = isInteractive ? Optional.of("Carry this out?") : Optional.empty();
    return new Batch(run, cloud, manner, question).finish(results);
  }

  private static void keep(Run run, Path file, List<Planned> planned) {
    List<PlanFile.Entry> entries =
        planned.stream()
            .filter(it -> !it.result().job().isEmpty())
            .map(it -> new PlanFile.Entry(it.result().job(), it.revision()))
            .toList();
    new PlanFile(entries).write(file);
    run.screen().note("The plan is in " + file + "; --plan carries it out");
  }

  /**
   * A function's job.
   *
   * @param revision the function's revision that it was planned for
   */
  private record Planned(JobResult result, String revision) {}

  private List<Planned> plan(
      List<Reading.Found> found, Instrumenting planning, Publishing publishing) {
    return Reading.each(
        found,
        function -> {
          Job job = publishing.extend(planning.plan(function, !batch.isDryRun()), function);
          String revision = function.configuration().path("RevisionId").asText();
          return new Planned(JobResult.planned(job), revision);
        },
        missing -> new Planned(missing, ""));
  }
}
