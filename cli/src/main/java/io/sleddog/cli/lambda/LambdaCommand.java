package io.sleddog.cli.lambda;

import io.sleddog.cli.command.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sleddog lambda}: holds the commands for functions. */
@Command(
    name = "lambda",
    description = "Instruments functions, takes that back, and shows how they are instrumented.",
    synopsisSubcommandLabel = "COMMAND")
public final class LambdaCommand {
  /** What instrumented functions are tagged with. */
  static final String TOOL = "cli-0.1.0";

  /** Read by picocli. */
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean isHelp;

  private LambdaCommand() {}

  /** The command with its own commands. */
  public static CommandLine commandLine(Session session) {
    return new CommandLine(new LambdaCommand())
        .addSubcommand(InstrumentCommand.commandLine(session))
        .addSubcommand(UninstrumentCommand.commandLine(session))
        .addSubcommand(StatusCommand.commandLine(session));
  }
}
