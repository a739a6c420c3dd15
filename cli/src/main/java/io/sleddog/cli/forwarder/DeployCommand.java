package io.sleddog.cli.forwarder;

import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sleddog forwarder deploy}. */
@Command(
    name = "deploy",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Deploys the forwarder as a CloudFormation stack: uploads the code, makes a "
          + "change set, carries it out and waits for it.",
      "A stack that is there is updated, and keeps the parameters that are not named; "
          + "so does one that runs Datadog's own forwarder."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog forwarder deploy --api-key-secret datadog/api-key --site datadoghq.eu",
      "  sleddog forwarder deploy --api-key-parameter /datadog/api-key --dry-run --json",
      "  sleddog forwarder deploy --api-key-env DD_API_KEY --param DdTags=team:shop",
      "  sleddog forwarder deploy --name datadog-forwarder --change-set-only",
      "  sleddog forwarder deploy --release https://downloads.example.com/sleddog/0.1.0",
      "%nExit status: 0 done, 1 failed, 2 wrong usage, 3 differences (--dry-run --fail),",
      "4 no credentials."
    })
final class DeployCommand implements Callable<Integer> {
  private final Session session;
  private final Artifacts artifacts;
  @Mixin private final DeployOptions options = new DeployOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  private DeployCommand(Session session, Artifacts artifacts) {
    this.session = session;
    this.artifacts = artifacts;
  }

  static CommandLine commandLine(Session session, Artifacts artifacts) {
    DeployCommand command = new DeployCommand(session, artifacts);
    CommandLine line = new CommandLine(command);
    command.options.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() {
    return options.run(common.start(session), aws, artifacts, false);
  }
}
