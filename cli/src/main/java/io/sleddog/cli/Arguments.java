package io.sleddog.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The command line before it is parsed. */
final class Arguments {
  private static final Pattern CAMEL = Pattern.compile("--[a-z]+(?:[A-Z][a-z]*)+(?:=.*)?");

  private final List<String> words;

  /**
   * Creates it.
   *
   * @param words its words, with options in camel case, as Datadog's own command line takes them,
   *     written as this one does
   */
  Arguments(List<String> words) {
    this.words = words;
  }

  List<String> words() {
    return words;
  }

  /** Takes the words as they were typed; those after {@code --} stay as they are. */
  static Arguments of(String... typed) {
    List<String> words = new ArrayList<>();
    boolean isOver = false;
    for (String word : typed) {
      isOver |= word.equals("--");
      words.add(!isOver && CAMEL.matcher(word).matches() ? kebab(word) : word);
    }
    return new Arguments(List.copyOf(askingForHelp(words)));
  }

  /** {@code help lambda status} is {@code lambda status --help}. */
  private static List<String> askingForHelp(List<String> words) {
    if (words.size() < 3 || !words.get(0).equals("help")) {
      return words;
    }
    List<String> asked = new ArrayList<>(words.subList(1, words.size()));
    asked.add("--help");
    return asked;
  }

  private static String kebab(String option) {
    int equals = option.indexOf('=');
    String name = equals < 0 ? option : option.substring(0, equals);
    String rest = equals < 0 ? "" : option.substring(equals);
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + rest;
  }

  /** The value of an option, by a glance that knows no commands. */
  Optional<String> valueOf(String option) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith(option + "=")) {
        return Optional.of(words.get(i).substring(option.length() + 1));
      }
      if (words.get(i).equals(option) && i + 1 < words.size()) {
        return Optional.of(words.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** Whether one of AWS's commands is meant, which read the configuration file. */
  boolean isForAws() {
    return !words.isEmpty()
        && List.of("lambda", "logs", "forwarder", "doctor").contains(words.get(0));
  }

  /** Whether the result is to be JSON, by the same glance. */
  boolean isJson() {
    return words.contains("--json");
  }

  String[] array() {
    return words.toArray(String[]::new);
  }
}
