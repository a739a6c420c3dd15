package io.sleddog.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.cli.problem.ExitStatus;
import io.sleddog.cli.problem.Problem;
import io.sleddog.cli.screen.Style;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command has to say at its end, for people and for programs.
 *
 * @param status the exit status
 * @param json the result for programs
 * @param text the result for people
 * @param problem what went wrong in part
 */
public record Report(
    ExitStatus status,
    JsonNode json,
    Function<Style, List<String>> text,
    Optional<Problem> problem) {
  /** A result without a problem. */
  public static Report of(ExitStatus status, JsonNode json, Function<Style, List<String>> text) {
    return new Report(status, json, text, Optional.empty());
  }
}
