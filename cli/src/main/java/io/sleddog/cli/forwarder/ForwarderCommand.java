package io.sleddog.cli.forwarder;

import io.sleddog.cli.command.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sleddog forwarder}, which has commands of its own. */
@Command(
    name = "forwarder",
    description = "Deploys the forwarder, and looks after it.",
    synopsisSubcommandLabel = "COMMAND")
public final class ForwarderCommand {
  /** Read by picocli. */
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean isHelp;

  private ForwarderCommand() {}

  /** The command with its own commands. */
  public static CommandLine commandLine(Session session, Artifacts artifacts) {
    return new CommandLine(new ForwarderCommand())
        .addSubcommand(DeployCommand.commandLine(session, artifacts))
        .addSubcommand(UpdateCommand.commandLine(session, artifacts))
        .addSubcommand(new StatusCommand(session))
        .addSubcommand(new TailCommand(session))
        .addSubcommand(new ReplayCommand(session, artifacts));
  }
}
