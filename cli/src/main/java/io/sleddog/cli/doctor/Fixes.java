package io.sleddog.cli.doctor;

import io.sleddog.cli.command.Run;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Screen;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Runs the commands that mend what was found, each after a question. */
final class Fixes {
  private final Run run;
  private final Optional<String> profile;
  private final ToIntFunction<List<String>> program;

  /**
   * Fixes.
   *
   * @param profile in whose name the commands are run
   * @param program this program, which gives the exit status
   */
  Fixes(Run run, Optional<String> profile, ToIntFunction<List<String>> program) {
    this.run = run;
    this.profile = profile;
    this.program = program;
  }

  /**
   * Asks and runs.
   *
   * @return how many commands were run and succeeded
   * @throws Problem if nobody can be asked
   */
  int apply(List<Diagnosis> found) {
    Set<List<String>> commands = new LinkedHashSet<>();
    found.stream().flatMap(it -> it.command().stream()).forEach(commands::add);
    if (commands.isEmpty()) {
      run.screen().print("None of the findings has a command that mends it.");
    }
    int mended = 0;
    for (List<String> command : commands) {
      if (run.agrees("Run: sleddog " + Screen.harmless(String.join(" ", command)) + " ?")) {
        mended += program.applyAsInt(complete(command)) == 0 ? 1 : 0;
      }
    }
    return mended;
  }

  private List<String> complete(List<String> command) {
    List<String> words = new ArrayList<>(command);
    profile.ifPresent(it -> words.addAll(List.of("--profile", it)));
    words.add("--yes");
    return words;
  }
}
