package io.sleddog.cli.subject;

import io.sleddog.cli.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Which functions the user means. */
public final class Selection {
  private final List<String> functions;
  private final Optional<String> regex;
  private final Map<String, String> tags;
  private final List<String> stacks;
  private final List<String> excluded;

  /**
   * Creates it.
   *
   * @param functions names, ARNs and patterns with an asterisk
   * @param regex a regular expression that is found in the name
   * @param tags AWS tags that the function carries, all of them
   * @param stacks CloudFormation stacks that the function belongs to, one of them
   * @param excluded names and patterns that are left out
   */
  public Selection(
      List<String> functions,
      Optional<String> regex,
      Map<String, String> tags,
      List<String> stacks,
      List<String> excluded) {
    this.functions = List.copyOf(functions);
    this.regex = regex;
    this.tags = Map.copyOf(tags);
    this.stacks = List.copyOf(stacks);
    this.excluded = List.copyOf(excluded);
  }

  /** Names, ARNs and patterns. */
  public List<String> functions() {
    return functions;
  }

  /** The regular expression for names. */
  public Optional<String> regex() {
    return regex;
  }

  /** The AWS tags that a function must have. */
  public Map<String, String> tags() {
    return tags;
  }

  /** The stacks whose functions are meant. */
  public List<String> stacks() {
    return stacks;
  }

  /** These functions and no other. */
  public static Selection of(List<String> functions) {
    return new Selection(functions, Optional.empty(), Map.of(), List.of(), List.of());
  }

  /** The same, with other functions. */
  public Selection withFunctions(List<String> changed) {
    return new Selection(changed, regex, tags, stacks, excluded);
  }

  /** Whether the user said nothing that selects. */
  public boolean isEmpty() {
    return functions.isEmpty() && regex.isEmpty() && tags.isEmpty() && stacks.isEmpty();
  }

  /**
   * The same selection.
   *
   * @throws Problem if nothing is selected
   */
  public Selection required() {
    if (isEmpty()) {
      throw Problem.usage(
          "no-functions",
          "No function is chosen",
          "Add --function, --functions-regex, --tag or --stack");
    }
    return this;
  }

  /** Whether functions are looked for by something else than their names. */
  boolean isSearch() {
    return regex.isPresent() || !tags.isEmpty() || !stacks.isEmpty();
  }

  /** Whether a function of that name is left out. */
  boolean excludes(String name) {
    return excluded.stream().anyMatch(it -> glob(it).test(name));
  }

  /** Whether the text has an asterisk, which stands for any characters. */
  public static boolean isGlob(String text) {
    return text.contains("*");
  }

  /** Names that match a pattern with asterisks. */
  static Predicate<String> glob(String text) {
    String expression =
        text.chars()
            .mapToObj(it -> it == '*' ? ".*" : Pattern.quote(Character.toString(it)))
            .collect(Collectors.joining());
    return Pattern.compile(expression).asMatchPredicate();
  }

  /** Names in which the regular expression is found; all without one. */
  Predicate<String> byRegex() {
    if (regex.isEmpty()) {
      return name -> true;
    }
    if (regex.get().contains(":")) {
      throw Problem.usage(
          "regex-arn", "--functions-regex matches names, not ARNs", "Leave the colons out");
    }
    try {
      return Pattern.compile(regex.get()).asPredicate();
    } catch (PatternSyntaxException e) {
      throw Problem.usage(
              "regex",
              "\"" + regex.get() + "\" is no regular expression: " + e.getDescription(),
              "Write it as in java.util.regex.Pattern, in quotes for the shell")
          .because(e);
    }
  }
}
