package io.sleddog.cli.lambda;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.subject.Forwarders;
import io.sleddog.cli.subject.Selection;
import io.sleddog.cli.subject.SelectionOptions;
import io.sleddog.cli.work.Batch;
import io.sleddog.cli.work.BatchOptions;
import io.sleddog.cli.work.JobResult;
import io.sleddog.cli.work.Noun;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sleddog lambda uninstrument}. */
@Command(
    name = "uninstrument",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Takes an instrumentation back: each function becomes what it was before, as "
          + "far as it keeps a record of that; otherwise handler, layer and filter are "
          + "taken back.",
      "The options of lambda instrument are taken as well, so that a call of it can "
          + "be turned round."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog lambda uninstrument -f orders",
      "  sleddog lambda uninstrument --functions-regex '^prod-' -r eu-west-1 --dry-run",
      "  sleddog lambda uninstrument --stack shop --forwarder ARN --restore",
      "%nExit status: 0 done, 1 failed, 2 wrong usage, 3 differences (--dry-run --fail),",
      "4 no credentials, 5 partly done."
    })
final class UninstrumentCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final SelectionOptions selection = new SelectionOptions();

  /** Those that do not name layer or forwarder are taken and passed over. */
  @Mixin private final Wishes wishes = new Wishes();

  /** Taken and passed over. */
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private final VendorOptions vendor = new VendorOptions();

  @Mixin private final BatchOptions batch = new BatchOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = "--restore",
      order = 19,
      description = "Refuse functions that keep no record of what they had before.")
  private boolean isRestoring;

  private UninstrumentCommand(Session session) {
    this.session = session;
  }

  static CommandLine commandLine(Session session) {
    UninstrumentCommand command = new UninstrumentCommand(session);
    CommandLine line = new CommandLine(command);
    command.wishes.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    Selection chosen = selection.required(session.config());
    Cloud cloud = aws.cloud(run);
    Uninstrumenting planning =
        new Uninstrumenting(
            settings(), new Forwarders(cloud, wishes.wiring().forwarders()), isRestoring);
    List<JobResult> planned =
        Reading.each(
            new Reading(run, cloud).read(chosen, aws, true),
            it -> JobResult.planned(planning.plan(it)),
            missing -> missing);
    return new Batch(run, cloud, batch.manner(Noun.FUNCTION), Optional.empty()).finish(planned);
  }

  private Settings settings() {
    Settings settings = Settings.none().withLogGroup(wishes.wiring().logGroup());
    return wishes.wiring().layer().arns().stream()
        .findFirst()
        .map(it -> settings.withLayer(Text.of(it)))
        .orElse(settings);
  }
}
