package io.sleddog.cli;

import io.sleddog.cli.aws.AwsFailure;
import io.sleddog.cli.command.Envelope;
import io.sleddog.cli.json.Json;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Screen;
import io.sleddog.cli.target.Failures;
import io.sleddog.local.http.PortTaken;
import io.sleddog.local.model.UserProblem;
import java.io.PrintStream;
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
    if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
      err.println("  " + line.getCommandSpec().qualifiedName() + " --help shows what it takes.");
    }
    return USAGE;
  }

  @Override
  public int handleExecutionException(Exception problem, CommandLine line, ParseResult arguments) {
    boolean isJson = line.getParseResult().hasMatchedOption("--json");
    if (problem instanceof Problem told) {
      return complain(told, line, isJson);
    } else if (problem instanceof AwsFailure failure) {
      Problem told = Failures.problem(line.getCommandName(), failure);
      return complain(told, line, isJson);
    } else if (problem instanceof UserProblem mendable) {
      return complain(String.valueOf(mendable.getMessage()), mendable.remedy());
    } else if (problem instanceof PortTaken taken) {
      return complain(
          String.valueOf(taken.getMessage()), "Choose another with --port, or 0 for any free one.");
    }
    err.println("error: " + problem);
    problem.printStackTrace(err);
    return FAILED;
  }

  /** Says what is wrong, to people or to a program, and gives the exit status. */
  int complain(Problem problem, CommandLine line, boolean isJson) {
    if (isJson) {
      String name = line.getCommandSpec().qualifiedName().replaceFirst("^sleddog ?", "");
      out.println(Json.pretty(Envelope.of(name, problem)));
    } else {
      complain(Screen.harmless(problem.message()), problem.remedy());
    }
    return problem.status().code();
  }

  private int complain(String what, String remedy) {
    err.println("error: " + what);
    err.println("  " + remedy);
    return USAGE;
  }
}
