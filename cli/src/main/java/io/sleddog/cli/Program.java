package io.sleddog.cli;

import io.sleddog.cli.command.Session;
import io.sleddog.cli.config.ConfigDefaults;
import io.sleddog.cli.config.ConfigFile;
import io.sleddog.cli.forwarder.Artifacts;
import io.sleddog.cli.problem.Problem;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** From the words of a command line to an exit status. */
final class Program {
  private final Surroundings surroundings;
  private final Session session;
  private final Artifacts artifacts;

  Program(Surroundings surroundings, Session session) {
    this(surroundings, session, surroundings.artifacts());
  }

  /** The program with a forwarder from somewhere else. */
  Program(Surroundings surroundings, Session session, Artifacts artifacts) {
    this.surroundings = surroundings;
    this.session = session;
    this.artifacts = artifacts;
  }

  /** Runs one command. */
  int run(String... typed) {
    Arguments arguments = Arguments.of(typed);
    try {
      ConfigFile config =
          arguments.isForAws()
              ? ConfigFile.find(session.folder(), arguments.valueOf("--config"))
              : ConfigFile.none();
      return run(arguments, config);
    } catch (Problem e) {
      CommandLine line = SleddogCommand.commandLine(surroundings, session, artifacts);
      return new Complaints(surroundings).complain(e, line, arguments.isJson());
    }
  }

  private int run(Arguments arguments, ConfigFile config) {
    CommandLine line = SleddogCommand.commandLine(surroundings, session.with(config), artifacts);
    if (arguments.isForAws()) {
      ConfigDefaults defaults = new ConfigDefaults(config);
      line.setDefaultValueProvider(defaults);
      defaults.notes(options(line)).forEach(surroundings.err()::println);
    }
    return line.execute(arguments.array());
  }

  private static Set<String> options(CommandLine line) {
    return Stream.concat(
            line.getCommandSpec().options().stream().map(it -> it.longestName()),
            line.getSubcommands().values().stream().flatMap(it -> options(it).stream()))
        .collect(Collectors.toSet());
  }
}
