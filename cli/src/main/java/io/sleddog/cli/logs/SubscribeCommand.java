package io.sleddog.cli.logs;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.subject.Forwarder;
import io.sleddog.cli.subject.Forwarders;
import io.sleddog.cli.work.Batch;
import io.sleddog.cli.work.BatchOptions;
import io.sleddog.cli.work.JobResult;
import io.sleddog.cli.work.Noun;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sleddog logs subscribe}. */
@Command(
    name = "subscribe",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Lets the forwarder read log groups, of functions or of anything else.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog logs subscribe --log-group /aws/lambda/orders --forwarder DatadogForwarder",
      "  sleddog logs subscribe --log-group '/aws/apigateway/*' --forwarder ARN --dry-run",
      "  sleddog logs subscribe --log-group /shop --forwarder ARN --replace old-filter --yes",
      "%nExit status: 0 done, 1 failed, 2 wrong usage, 3 differences (--dry-run --fail),",
      "4 no credentials, 5 partly done."
    })
final class SubscribeCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final GroupOptions groups = new GroupOptions();
  @Mixin private final BatchOptions batch = new BatchOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = "--pattern",
      order = 4,
      paramLabel = "PATTERN",
      description = "Which lines pass the filter; all by default.")
  private String pattern = "";

  @Option(
      names = "--create-group",
      order = 5,
      description = "Create a log group that is not there.")
  private boolean isCreating;

  @Option(
      names = "--retention",
      order = 6,
      paramLabel = "DAYS",
      description = "How long a group that is created keeps its events; for ever by default.")
  private @Nullable Integer retention;

  @Option(
      names = "--filter-limit",
      order = 7,
      paramLabel = "NUMBER",
      description = "How many filters AWS allows the account for a log group.")
  private @Nullable Integer filterLimit;

  @Option(
      names = "--replace",
      order = 8,
      paramLabel = "NAME",
      description = "Another's filter that is deleted to make room; has to be confirmed.")
  private @Nullable String replaced;

  SubscribeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    Cloud cloud = aws.cloud(run);
    String region = aws.region(run, cloud);
    Forwarder forwarder = forwarder(cloud, region);
    Subscribing subscribing =
        new Subscribing(settings(forwarder), forwarder, Groups.place(cloud, region))
            .replacing(Optional.ofNullable(replaced));
    List<JobResult> planned = new ArrayList<>();
    for (LogGroup group : groups.read(cloud, region)) {
      planned.add(JobResult.planned(subscribing.plan(group, !batch.isDryRun())));
    }
    Optional<String> question =
        Optional.ofNullable(replaced)
            .map(it -> "Delete the filter " + it + ", which may feed somebody else?");
    return new Batch(run, cloud, batch.manner(Noun.LOG_GROUP), question).finish(planned);
  }

  private Forwarder forwarder(Cloud cloud, String region) {
    return new Forwarders(cloud, groups.forwarders())
        .in(region)
        .orElseThrow(
            () ->
                Problem.usage(
                    "no-forwarder", "No forwarder is named", "Add --forwarder with its ARN"));
  }

  private Settings settings(Forwarder forwarder) {
    LogGroupWish wish =
        LogGroupWish.standard().withFilterName(groups.filterName()).withFilterPattern(pattern);
    if (!isCreating) {
      wish = wish.existingOnly();
    }
    if (retention != null) {
      wish = wish.withRetentionDays(retention);
    }
    if (filterLimit != null) {
      wish = wish.withFilterLimit(filterLimit);
    }
    return Settings.none()
        .withForwarder(forwarder.arn())
        .withLogGroup(forwarder.grants().isPresent() ? wish.granted() : wish);
  }
}
