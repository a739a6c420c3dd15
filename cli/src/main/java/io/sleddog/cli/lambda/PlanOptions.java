package io.sleddog.cli.lambda;

import io.sleddog.cli.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that keep a plan, to carry it out later. */
final class PlanOptions {
  @Option(
      names = "--plan-out",
      order = 50,
      paramLabel = "FILE",
      description =
          "Write the plan to a file that you alone may read, and change nothing; it holds the"
              + " functions' variables.")
  private @Nullable Path out;

  @Option(
      names = "--plan",
      order = 51,
      paramLabel = "FILE",
      description =
          "Carry out the plan of that file, unless a function has changed since; the options that"
              + " say what to do are not looked at.")
  private @Nullable Path in;

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  /**
   * The file of the plan to carry out.
   *
   * @throws Problem if another is to be written
   */
  Optional<Path> in() {
    if (in != null && out != null) {
      throw Problem.usage(
          "plan-and-plan-out", "--plan and --plan-out exclude each other", "Give one");
    }
    return Optional.ofNullable(in);
  }
}
