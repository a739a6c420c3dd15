package io.sleddog.cli.logs;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.subject.ForwarderOptions;
import io.sleddog.cli.work.Batch;
import io.sleddog.cli.work.BatchOptions;
import io.sleddog.cli.work.JobResult;
import io.sleddog.cli.work.Noun;
import io.sleddog.plan.Planner;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sleddog logs unsubscribe}. */
@Command(
    name = "unsubscribe",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Takes our filter off log groups; with --forwarder every filter that leads to "
          + "it, under whatever name.",
      "Another's filter is never touched."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog logs unsubscribe --log-group /aws/lambda/orders",
      "  sleddog logs unsubscribe --log-group '/aws/lambda/*' --forwarder ARN --dry-run",
      "  sleddog logs unsubscribe --log-group '*' --forwarder DatadogForwarder --all-regions",
      "%nExit status: 0 done, 1 failed, 2 wrong usage, 3 differences (--dry-run --fail),",
      "4 no credentials, 5 partly done."
    })
final class UnsubscribeCommand implements Callable<Integer> {
  private final Session session;
  private final Planner planner = new Planner();

  @Mixin private final GroupOptions groups = new GroupOptions();
  @Mixin private final BatchOptions batch = new BatchOptions();
  @Mixin private final RegionOptions everywhere = new RegionOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  UnsubscribeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    Cloud cloud = aws.cloud(run);
    List<String> forwarders = groups.forwarders();
    List<JobResult> planned = new ArrayList<>();
    groups
        .read(cloud, everywhere.regions(run, cloud, aws))
        .forEach(
            (region, found) ->
                found.forEach(
                    it ->
                        planned.add(
                            JobResult.planned(Groups.job(it, region, plan(it, forwarders))))));
    return new Batch(run, cloud, batch.manner(Noun.LOG_GROUP), Optional.empty()).finish(planned);
  }

  private Plan plan(LogGroup group, List<String> forwarders) {
    Set<String> names = new LinkedHashSet<>(List.of(groups.filterName()));
    group.filters().stream()
        .filter(it -> isOneOf(it.destination().shape(), forwarders))
        .map(SubscriptionFilter::name)
        .forEach(it -> names.add(it.shape()));
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      Settings settings =
          Settings.none().withLogGroup(Settings.none().logGroup().withFilterName(name));
      changes.addAll(planner.unsubscribe(group, settings).changes());
    }
    return new Plan(group.name().shape(), changes, absence(group), List.of());
  }

  private static boolean isOneOf(String destination, List<String> forwarders) {
    return forwarders.stream().anyMatch(it -> ForwarderOptions.isNamed(destination, it));
  }

  /** Perhaps the name is not spelled right; there is nothing to take back in any case. */
  private static List<Finding> absence(LogGroup group) {
    return group.presence() == Presence.PRESENT
        ? List.of()
        : List.of(
            new Finding(
                "log-group-absent",
                group.name().shape(),
                "the log group " + group.name() + " is not there",
                "Look at its name and the region"));
  }
}
