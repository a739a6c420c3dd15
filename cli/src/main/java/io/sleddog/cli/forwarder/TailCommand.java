package io.sleddog.cli.forwarder;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.aws.Cloud;
import io.sleddog.cli.aws.ServiceName;
import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Run;
import io.sleddog.cli.command.Session;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.screen.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sleddog forwarder tail}. */
@Command(
    name = "tail",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Shows the forwarder's own log as it is written, until it is interrupted.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog forwarder tail",
      "  sleddog forwarder tail --forwarder DatadogForwarder --since 1h --level WARN --no-follow",
      "  sleddog forwarder tail --grep not_delivered --json",
      "%nExit status: 0 shown, 1 failed, 2 wrong usage, 4 no credentials, 130 interrupted."
    })
final class TailCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Session session;
  @Mixin private final LocateOptions locate = new LocateOptions();
  @Mixin private final TailOptions options = new TailOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  TailCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Run run = common.start(session);
    Predicate<String> wanted = options.filter();
    Cloud cloud = aws.cloud(run);
    ForwarderFunction forwarder = locate.find(run, cloud, aws);
    LogFollower log =
        new LogFollower(
            cloud.service(ServiceName.LOGS, forwarder.region()),
            forwarder.logGroup(),
            run.now().minus(options.since()));
    try {
      show(run, log, wanted);
    } catch (AwsFailure e) {
      throw e.isNotFound() ? noLog(forwarder) : e;
    }
    return 0;
  }

  private void show(Run run, LogFollower log, Predicate<String> wanted) {
    do {
      for (JsonNode event : log.next()) {
        String message = event.path("message").asText().stripTrailing();
        if (wanted.test(message)) {
          print(run, event, message);
        }
      }
    } while (options.isFollowing() && run.waits(PAUSE));
  }

  private void print(Run run, JsonNode event, String message) {
    String time = Instant.ofEpochMilli(event.path("timestamp").asLong()).toString();
    if (run.isJson()) {
      run.stream(
          Json.object()
              .put("time", time)
              .put("stream", event.path("logStreamName").asText(""))
              .put("message", message));
    } else if (options.isRaw()) {
      run.screen().print(message);
    } else {
      run.screen()
          .print(run.screen().style().paint(Tone.FAINT, time) + "  " + Screen.harmless(message));
    }
  }

  private static Problem noLog(ForwarderFunction forwarder) {
    return Problem.failed(
        "log-missing",
        "There is no log group " + forwarder.logGroup() + ": the forwarder has never run",
        "Subscribe it to a log group: sleddog logs subscribe");
  }
}
