package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.cli.aws.FakeAws;
import io.sleddog.cli.problem.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The tables of the README against the program. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Pattern SECTION =
      Pattern.compile("(?<=\n## Commands\n\n).*?(?=\n\n## )", Pattern.DOTALL);

  private final CommandLine program;

  ReadmeTest(@TempDir Path folder) {
    this.program = new Console(folder, new FakeAws()).commandLine();
  }

  /** {@code -Dgolden.update=true} writes the table anew. */
  @Test
  void commands_haveTheOptionsThatTheTableSays() throws IOException {
    String readme = Files.readString(README);
    if (Boolean.getBoolean("golden.update")) {
      readme = SECTION.matcher(readme).replaceFirst(it -> table());
      Files.writeString(README, readme);
    }

    assertThat(SECTION.matcher(readme).results().map(it -> it.group()).toList())
        .as("run with -Dgolden.update=true")
        .containsExactly(table());
  }

  @ParameterizedTest
  @EnumSource(ExitStatus.class)
  void exitStatuses_areInTheTable(ExitStatus status) throws IOException {
    assertThat(Files.readString(README)).contains("\n| " + status.code() + " | ");
  }

  /** The doctor's ids, of which the table abbreviates all but the first of a row. */
  @Test
  void causes_areInTheTable() throws IOException {
    Set<String> told = new TreeSet<>();
    for (String line : Files.readString(README).split("\n", 0)) {
      if (line.startsWith("| `SD-")) {
        String group = line.substring(3, line.indexOf('-', 6) + 1);
        Pattern.compile("`(?:SD-\\w+-|-)(\\d{3})`")
            .matcher(line.substring(0, line.indexOf('|', 2)))
            .results()
            .forEach(it -> told.add(group + it.group(1)));
      }
    }

    assertThat(told).isEqualTo(new TreeSet<>(ids()));
  }

  private static List<String> ids() throws IOException {
    Path causes = Path.of("src/main/java/io/sleddog/cli/doctor/Cause.java");
    return Pattern.compile("\"(SD-\\w+-\\d+)\"")
        .matcher(Files.readString(causes))
        .results()
        .map(it -> it.group(1))
        .toList();
  }

  private String table() {
    Map<String, List<String>> commands = new TreeMap<>();
    collect(program, commands);
    Set<String> common = new TreeSet<>(Objects.requireNonNull(commands.get("lambda status")));
    commands.forEach((name, options) -> common.retainAll(options));
    List<String> rows = new ArrayList<>(List.of("| command | options of its own |", "|---|---|"));
    commands.forEach((name, options) -> rows.add(row("`" + name + "`", options, common)));
    rows.add(row("all of them", List.copyOf(common), Set.of()));
    return String.join("\n", rows);
  }

  private static String row(String name, List<String> options, Set<String> common) {
    return "| "
        + name
        + " | "
        + options.stream()
            .filter(it -> !common.contains(it))
            .map(it -> "`" + it + "`")
            .collect(Collectors.joining(", "))
        + " |";
  }

  /** Those that speak to AWS; {@code local} has a table of its own. */
  private static void collect(CommandLine line, Map<String, List<String>> commands) {
    boolean isLeaf = line.getSubcommands().isEmpty();
    if (isLeaf && line.getCommandSpec().findOption("--config") != null) {
      commands.put(
          line.getCommandSpec().qualifiedName().replaceFirst("sleddog ", ""),
          line.getCommandSpec().options().stream()
              .filter(it -> !it.hidden())
              .map(ReadmeTest::names)
              .toList());
    }
    line.getSubcommands().values().forEach(it -> collect(it, commands));
  }

  /** The short name and the first long one, as {@code -r --region}. */
  private static String names(OptionSpec option) {
    List<String> names = Arrays.asList(option.names());
    String shortest = option.shortestName();
    String first = names.stream().filter(it -> it.startsWith("--")).findFirst().orElse(shortest);
    return shortest.startsWith("--") ? first : shortest + " " + first;
  }
}
