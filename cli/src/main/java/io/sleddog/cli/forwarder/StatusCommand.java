package io.sleddog.cli.forwarder;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.doctor.ForwarderHealth;
import io.sleddog.cli.subject.BacklogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sleddog forwarder status}. */
@Command(
    name = "status",
    sortOptions = false,
    abbreviateSynopsis = true,
    description =
        "Shows the forwarder: its stack, version and configuration, what it did of late, what it"
            + " could not deliver, and which log groups it reads.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog forwarder status",
      "  sleddog forwarder status --forwarder DatadogForwarder --since 1d --json",
      "  sleddog forwarder status --no-subscriptions --fail",
      "%nExit status: 0 shown, 1 failed, 2 wrong usage, 3 findings (--fail), 4 no credentials."
    })
final class StatusCommand implements Callable<Integer> {
  private final Session session;
  @Mixin private final LocateOptions locate = new LocateOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = "--since",
      order = 20,
      paramLabel = "TIME",
      converter = CommonOptions.TimeConverter.class,
      description = "How far to look back, such as 1d; 1h by default.")
  private Duration since = Duration.ofHours(1);

  @Option(
      names = "--no-subscriptions",
      order = 21,
      description = "Do not look through all log groups for filters that lead to it.")
  private boolean isWithoutSubscriptions;

  @Option(
      names = "--fail",
      order = 22,
      description = "Exit status 3 if there is something to be done.")
  private boolean isFailing;

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    Cloud cloud = aws.cloud(run);
    ForwarderFunction forwarder = locate.find(run, cloud, aws);
    Instant from = run.now().minus(since);
    Optional<List<String>> groups =
        isWithoutSubscriptions
            ? Optional.empty()
            : Optional.of(new Subscribers(run, cloud, forwarder).logGroups());
    Status status =
        new Status(
            forwarder,
            ForwarderHealth.of(cloud, forwarder.arn(), forwarder.region(), from, run.now()),
            BacklogReader.read(cloud, forwarder.configuration(), forwarder.region()),
            groups);
    return run.finish(status.report(isFailing));
  }
}
