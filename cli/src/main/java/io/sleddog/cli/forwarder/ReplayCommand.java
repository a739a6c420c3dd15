package io.sleddog.cli.forwarder;

import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Report;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.replay.BucketEvents;
import io.sleddog.cli.replay.Choice;
import io.sleddog.cli.replay.FileEvents;
import io.sleddog.cli.replay.LambdaSink;
import io.sleddog.cli.replay.Replay;
import io.sleddog.cli.replay.ReplayEvent;
import io.sleddog.cli.replay.Sink;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      "Has the forwarder send again what no intake took and it stored; or gives it events or log "
          + "lines from elsewhere.",
      "Batches that are too old, or were tried too often, go to a quarantine."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog forwarder replay --dry-run",
      "  sleddog forwarder replay --forwarder DatadogForwarder --rounds 3 --json",
      "  sleddog forwarder replay --from s3://logs/2026/01/02/ --since 2d --rate 5",
      "  sleddog forwarder replay --from sample.log --log-group /aws/lambda/orders --to local",
      "  sleddog forwarder replay --from s3://logs/2026/01/02/ --limit 10 --to local",
      "%nExit status: 0 all is sent, 1 failed, 2 wrong usage, 4 no credentials, 5 some are left."
    })
final class ReplayCommand implements Callable<Integer> {
  /** The account that log lines are said to be of where no forwarder's own is known. */
  private static final String NOBODY = "000000000000";

  private static final String ENDPOINT = "AWS_ENDPOINT_URL";

  private final Session session;
  private final Artifacts artifacts;
  @Mixin private final LocateOptions locate = new LocateOptions();
  @Mixin private final ReplayOptions options = new ReplayOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = {"-d", "--dry-run", "--dry"},
      order = 60,
      description = "Count what there is, and send nothing.")
  private boolean isDryRun;

  ReplayCommand(Session session, Artifacts artifacts) {
    this.session = session;
    this.artifacts = artifacts;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    Duration pause = options.pause();
    if (options.isFromStore()) {
      Cloud cloud = aws.cloud(run);
      Replaying replaying = new Replaying(cloud, locate.find(run, cloud, aws));
      return run.finish(
          isDryRun ? replaying.planned() : replaying.replay(run, options.rounds(), pause));
    }
    return run.finish(options.isLocal() ? here(run, pause) : there(run, pause));
  }

  /** To the forwarder on this machine; AWS is asked only for objects, in the user's name. */
  private Report here(Run run, Duration pause) {
    Choice choice = options.choice(run.now(), NOBODY);
    Map<String, String> variables = new HashMap<>();
    List<ReplayEvent> events;
    if (options.from().startsWith(BucketEvents.SCHEME)) {
      Cloud cloud = aws.cloud(run);
      String region = aws.region(run, cloud);
      events = objects(cloud, region, choice);
      variables.putAll(cloud.variables(region));
      Optional.ofNullable(session.environment().get(ENDPOINT))
          .ifPresent(it -> variables.put(ENDPOINT, it));
    } else {
      events = file(choice);
    }
    if (isDryRun) {
      return Replay.planned(events);
    }
    try (Sink sink = artifacts.local().apply(variables)) {
      return new Replay(run, pause).send(events, sink);
    }
  }

  private Report there(Run run, Duration pause) {
    Cloud cloud = aws.cloud(run);
    ForwarderFunction forwarder = locate.find(run, cloud, aws);
    Choice choice = options.choice(run.now(), forwarder.account());
    List<ReplayEvent> events =
        options.from().startsWith(BucketEvents.SCHEME)
            ? objects(cloud, forwarder.region(), choice)
            : file(choice);
    if (isDryRun) {
      return Replay.planned(events);
    }
    try (Sink sink =
        new LambdaSink(cloud.service(ServiceName.LAMBDA, forwarder.region()), forwarder.arn())) {
      return new Replay(run, pause).send(events, sink);
    }
  }

  private List<ReplayEvent> objects(Cloud cloud, String region, Choice choice) {
    return BucketEvents.of(options.from())
        .read(cloud.service(ServiceName.S3, region), region, choice);
  }

  private List<ReplayEvent> file(Choice choice) {
    return FileEvents.read(session.folder().resolve(options.from()), choice);
  }
}
