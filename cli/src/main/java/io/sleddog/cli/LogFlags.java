package io.sleddog.cli;

import io.sleddog.local.logs.LogText;
import io.sleddog.local.logs.LoggedEvents;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.UserProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Files with log lines of functions that run elsewhere, which {@code sleddog local} shows too. */
final class LogFlags {
  @Option(
      names = "--logs",
      paramLabel = "FILE",
      description =
          "Show what this file has of a function's log: events of a subscription (awslogs), what "
              + "aws logs tail or filter-log-events prints, or lines; - reads standard input. May "
              + "be repeated. Without --code no function runs.")
  private List<Path> files = new ArrayList<>();

  /**
   * What the files have; nothing if there is none.
   *
   * @throws UserProblem if one cannot be read, or has nothing
   */
  List<LoggedEvents> read(Instant now) {
    return files.stream().flatMap(file -> read(file, now).stream()).toList();
  }

  private static List<LoggedEvents> read(Path file, Instant now) {
    boolean input = file.toString().equals("-");
    String name = input ? "standard-input" : String.valueOf(file.getFileName());
    String function = name.replaceFirst("\\.[A-Za-z]{1,5}$", "");
    LogStream own = new LogStream("/aws/lambda/" + function, name);
    List<LoggedEvents> found = LogText.read(text(input ? Path.of("/dev/stdin") : file), own, now);
    if (found.isEmpty()) {
      throw new UserProblem(
          "There is no log event in " + name + ".", "Give a file with lines of a function's log.");
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserProblem(
          "The log " + file + " cannot be read.", "Give the path of a file with log lines.", e);
    }
  }
}
