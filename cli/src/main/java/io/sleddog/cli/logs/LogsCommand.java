package io.sleddog.cli.logs;

import io.sleddog.cli.command.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sleddog logs}: holds the commands for log groups. */
@Command(
    name = "logs",
    description = "Subscribes the forwarder to log groups, takes that back, and lists filters.",
    synopsisSubcommandLabel = "COMMAND")
public final class LogsCommand {
  /** Read by picocli. */
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean isHelp;

  private LogsCommand() {}

  /** The command with its own commands. */
  public static CommandLine commandLine(Session session) {
    return new CommandLine(new LogsCommand())
        .addSubcommand(new SubscribeCommand(session))
        .addSubcommand(new UnsubscribeCommand(session))
        .addSubcommand(new ListCommand(session));
  }
}
