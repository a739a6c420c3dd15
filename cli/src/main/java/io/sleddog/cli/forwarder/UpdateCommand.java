package io.sleddog.cli.forwarder;

import io.sleddog.cli.command.AwsOptions;
import io.sleddog.cli.command.CommonOptions;
import io.sleddog.cli.command.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sleddog forwarder update}. */
@Command(
    name = "update",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Brings the stack of a forwarder, this one or Datadog's own, to the code and "
          + "template of this program.",
      "Parameters that are not named keep their values, the API key among them."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sleddog forwarder update --dry-run",
      "  sleddog forwarder update --name datadog-forwarder --memory 2048",
      "%nExit status: 0 done, 1 failed, 2 wrong usage, 3 differences (--dry-run --fail),",
      "4 no credentials."
    })
final class UpdateCommand implements Callable<Integer> {
  private final Session session;
  private final Artifacts artifacts;
  @Mixin private final DeployOptions options = new DeployOptions();
  @Mixin private final AwsOptions aws = new AwsOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  private UpdateCommand(Session session, Artifacts artifacts) {
    this.session = session;
    this.artifacts = artifacts;
  }

  static CommandLine commandLine(Session session, Artifacts artifacts) {
    UpdateCommand command = new UpdateCommand(session, artifacts);
    CommandLine line = new CommandLine(command);
    command.options.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() {
    return options.run(common.start(session), aws, artifacts, true);
  }
}
