package io.sleddog.cli;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.command.Envelope;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.subject.Failures;
import io.sleddog.local.http.PortTaken;
import io.sleddog.local.model.UserProblem;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong and what to do, and gives the exit status: 2 for what the user can mend. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final String REPORT = "This is a fault of the program: please report it";

  private final PrintStream out;
  private final PrintStream err;

  Complaints(Surroundings surroundings) {
    this.out = surroundings.out();
    this.err = surroundings.err();
  }

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    CommandLine line = problem.getCommandLine();
    if (Arguments.of(arguments).isJson()) {
      String remedy = line.getCommandSpec().qualifiedName() + " --help shows what it takes";
      return complain(
          Problem.usage("usage", String.valueOf(problem.getMessage()), remedy), line, true);
    }
    err.println("error: " + problem.getMessage());
    if (problem.getClass() == ParameterException.class && !line.getSubcommands().isEmpty()) {
      line.usage(err); // a group of commands, and none of them is named
    } else if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
      err.println("  " + line.getCommandSpec().qualifiedName() + " --help shows what it takes.");
    }
    return USAGE;
  }

  @Override
  public int handleExecutionException(Exception problem, CommandLine line, ParseResult arguments) {
    boolean isJson = line.getParseResult().hasMatchedOption("--json");
    Optional<Problem> told = told(problem, line);
    if (told.isPresent()) {
      return complain(told.get(), line, isJson);
    }
    complain(Problem.failed("internal", String.valueOf(problem), REPORT), line, isJson);
    problem.printStackTrace(err);
    return FAILED;
  }

  /** What the user can do something about. */
  private static Optional<Problem> told(Exception problem, CommandLine line) {
    String what = String.valueOf(problem.getMessage());
    if (problem instanceof Problem it) {
      return Optional.of(it);
    } else if (problem instanceof AwsFailure it) {
      return Optional.of(Failures.problem(line.getCommandName(), it));
    } else if (problem instanceof UserProblem it) {
      return Optional.of(Problem.usage("files", what, it.remedy()));
    } else if (problem instanceof PortTaken) {
      return Optional.of(
          Problem.usage("port-taken", what, "Choose another with --port, or 0 for any free one."));
    }
    return Optional.empty();
  }

  /** Says what is wrong, to people or to a program, and gives the exit status. */
  int complain(Problem problem, CommandLine line, boolean isJson) {
    if (isJson) {
      String name = line.getCommandSpec().qualifiedName().replaceFirst("^sleddog ?", "");
      out.println(Json.pretty(Envelope.of(name, problem)));
    } else {
      err.println("error: " + Screen.harmless(problem.message()));
      err.println("  " + problem.remedy());
    }
    return problem.status().code();
  }
}
