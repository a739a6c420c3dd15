package io.sleddog.cli.lambda;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.target.Forwarders;
import io.sleddog.cli.target.FunctionState;
import io.sleddog.cli.target.Selection;
import io.sleddog.cli.target.SelectionOptions;
import io.sleddog.cli.work.Batch;
import io.sleddog.cli.work.BatchOptions;
import io.sleddog.cli.work.JobResult;
import io.sleddog.cli.work.Noun;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
      "  sleddog lambda instrument -f orders --forwarder DatadogForwarder --service orders --env prod",
      "  sleddog lambda instrument --functions-regex '^prod-' -r eu-west-1 --forwarder ARN --dry-run",
      "  sleddog lambda instrument --stack shop --exclude 'shop-migrate*' --forwarder ARN --json",
      "  sleddog lambda instrument -f orders --forwarder ARN --publish --alias live",
      "%nExit status: 0 done, 1 failed, 2 wrong usage, 3 differences (--dry-run --fail),",
      "4 no credentials, 5 partly done."
    })
final class InstrumentCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final SelectionOptions selection = new SelectionOptions();
  @Mixin private final WiringOptions wiring = new WiringOptions();
  @Mixin private final VariableOptions variables = new VariableOptions();
  @Mixin private final PublishOptions publish = new PublishOptions();
  @Mixin private final BatchOptions batch = new BatchOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final VendorOptions vendor = new VendorOptions();

  InstrumentCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    vendor.explain(run);
    Settings wishes = wishes(run);
    Selection chosen = selection.required(session.config());
    Cloud cloud = aws.cloud(run);
    Instrumenting planning =
        new Instrumenting(
            wishes,
            new Forwarders(cloud, wiring.forwarders()),
            new LayerFinder(cloud, wiring.layer()));
    boolean withLogGroup = !wiring.forwarders().isEmpty();
    List<Reading.Found> found = new Reading(run, cloud).read(chosen, aws, withLogGroup);
    List<JobResult> planned = plan(found, planning, new Publishing(cloud, publish));
    return new Batch(run, cloud, batch.manner(Noun.FUNCTION), Optional.empty()).finish(planned);
  }

  private List<JobResult> plan(
      List<Reading.Found> found, Instrumenting planning, Publishing publishing) {
    List<JobResult> planned = new ArrayList<>();
    for (Reading.Found one : found) {
      planned.addAll(one.failures());
      for (FunctionState function : one.states()) {
        planned.add(
            JobResult.planned(
                publishing.extend(planning.plan(function, !batch.isDryRun()), function)));
      }
    }
    return planned;
  }

  private Settings wishes(Run run) {
    Settings wishes =
        Settings.none()
            .withActivation(wiring.activation())
            .withPrecedence(wiring.isKeeping() ? Precedence.KEEP : Precedence.OVERWRITE)
            .withLogGroup(wiring.logGroup())
            .withTool(LambdaCommand.TOOL)
            .recorded();
    return variables.apply(wishes, run);
  }
}
