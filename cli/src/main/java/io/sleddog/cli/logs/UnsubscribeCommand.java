package io.sleddog.cli.logs;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.subject.Forwarder;
import io.sleddog.cli.subject.Forwarders;
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
      "%nExit status: 0 done, 1 failed, 2 wrong usage, 3 differences (--dry-run --fail),",
      "4 no credentials, 5 partly done."
    })
final class UnsubscribeCommand implements Callable<Integer> {
  private final Session session;
  private final Planner planner = new Planner();

  @Mixin private final GroupOptions groups = new GroupOptions();
  @Mixin private final BatchOptions batch = new BatchOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  UnsubscribeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    Cloud cloud = aws.cloud(run);
    String region = aws.region(run, cloud);
    Optional<Forwarder> forwarder = new Forwarders(cloud, groups.forwarders()).in(region);
    List<JobResult> planned = new ArrayList<>();
    for (LogGroup group : groups.read(cloud, region)) {
      planned.add(JobResult.planned(Groups.job(group, region, plan(group, forwarder))));
    }
    return new Batch(run, cloud, batch.manner(Noun.LOG_GROUP), Optional.empty()).finish(planned);
  }

  private Plan plan(LogGroup group, Optional<Forwarder> forwarder) {
    Set<String> names = new LinkedHashSet<>(List.of(groups.filterName()));
    group.filters().stream()
        .filter(it -> forwarder.filter(to -> it.destination().sameAs(to.arn())).isPresent())
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
