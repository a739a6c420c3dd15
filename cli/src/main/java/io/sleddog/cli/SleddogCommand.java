package io.sleddog.cli;

import io.sleddog.cli.command.Session;
import io.sleddog.cli.doctor.DoctorCommand;
import io.sleddog.cli.forwarder.Artifacts;
import io.sleddog.cli.forwarder.ForwarderCommand;
import io.sleddog.cli.lambda.LambdaCommand;
import io.sleddog.cli.logs.LogsCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/** The program's root: it holds the commands and does nothing by itself. */
@Command(
    name = "sleddog",
    description = "Traces, metrics and logs of Java functions on AWS Lambda, in Datadog.",
    version = "sleddog " + VersionCommand.VERSION,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class SleddogCommand {
  private SleddogCommand() {}

  /** The command line with all commands, which prints to the given streams. */
  static CommandLine commandLine(Surroundings surroundings) {
    return commandLine(surroundings, surroundings.session(), surroundings.artifacts());
  }

  /** The same, with other surroundings for the commands that call AWS. */
  static CommandLine commandLine(Surroundings surroundings, Session session, Artifacts artifacts) {
    return new CommandLine(new SleddogCommand())
        .addSubcommand(LambdaCommand.commandLine(session))
        .addSubcommand(LogsCommand.commandLine(session))
        .addSubcommand(ForwarderCommand.commandLine(session, artifacts))
        .addSubcommand(
            new DoctorCommand(
                session,
                words ->
                    commandLine(surroundings, session, artifacts)
                        .execute(words.toArray(String[]::new))))
        .addSubcommand(new LocalCommand(surroundings, session))
        .addSubcommand(new VersionCommand(session))
        .addSubcommand(new HelpCommand())
        .addSubcommand(new CommandLine(new GenerateCompletion()).setCommandName("completion"))
        .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(surroundings.colours() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpAutoWidth(surroundings.terminal())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new Complaints(surroundings))
        .setExecutionExceptionHandler(new Complaints(surroundings));
  }
}
