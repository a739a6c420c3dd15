package io.sleddog.cli.subject;

import io.sleddog.cli.config.ConfigFile;
import io.sleddog.cli.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose functions. */
public final class SelectionOptions {
  @Option(
      names = {"-f", "--function"},
      order = 1,
      paramLabel = "NAME",
      split = ",",
      description = "A function's name, ARN, or pattern such as 'orders-*'; may be repeated.")
  private List<String> functions = new ArrayList<>();

  @Option(
      names = "--functions-regex",
      order = 2,
      paramLabel = "REGEX",
      description = "All functions in whose name the regular expression is found.")
  private @Nullable String regex;

  @Option(
      names = "--tag",
      order = 3,
      paramLabel = "KEY=VALUE",
      description = "All functions with this AWS tag; with all of them if repeated.")
  private Map<String, String> tags = new LinkedHashMap<>();

  @Option(
      names = "--stack",
      order = 4,
      paramLabel = "NAME",
      split = ",",
      description =
          "All functions of a CloudFormation stack and the stacks in it; may be repeated.")
  private List<String> stacks = new ArrayList<>();

  @Option(
      names = "--exclude",
      order = 5,
      paramLabel = "NAME",
      split = ",",
      description = "A function's name or pattern to leave out; may be repeated.")
  private List<String> excluded = new ArrayList<>();

  /**
   * What the user chose on the command line or, if nothing there, in the configuration file.
   *
   * @throws Problem if names and a regular expression are given
   */
  public Selection selection(ConfigFile config) {
    Selection said = new Selection(functions, Optional.ofNullable(regex), tags, stacks, excluded);
    Selection selection =
        said.isEmpty()
            ? new Selection(
                config.list("functions"), config.text("functionsRegex"), tags, stacks, excluded)
            : said;
    if (!selection.functions().isEmpty() && selection.regex().isPresent()) {
      throw Problem.usage(
          "function-and-regex", "--function and --functions-regex exclude each other", "Give one");
    }
    return selection;
  }

  /** The selection, which has to select something; see {@link Selection#required}. */
  public Selection required(ConfigFile config) {
    return selection(config).required();
  }
}
