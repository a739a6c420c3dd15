package io.sleddog.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.settings.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern FINDING_IN_PLAN = Pattern.compile("\\[([a-z-]+)]\"");

  @Test
  void limits_listTheFindingsOfTheTable() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/table"))) {
      for (Path file : files.filter(it -> it.endsWith("plan.json")).toList()) {
        found.addAll(matches(FINDING_IN_PLAN, Files.readString(file)));
      }
    }
    assertThat(rows("## Limits")).isEqualTo(found);
  }

  @Test
  void configuration_listsTheVariables() throws IOException {
    assertThat(rows("Variables that have a meaning"))
        .containsAll(Arrays.stream(Variable.values()).map(Variable::key).toList())
        .hasSameSizeAs(Variable.values());
  }

  /** The first cells of the first table after a line. */
  private static Set<String> rows(String after) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf(after));
    String table = section.substring(section.indexOf("\n| "));
    int end = table.indexOf("\n\n");
    return matches(Pattern.compile("(?m)^\\| `([^`]+)` \\|"), table.substring(0, end));
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
