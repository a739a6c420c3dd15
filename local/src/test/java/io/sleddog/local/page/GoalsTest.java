package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each goal of the page has a test that could fail. */
class GoalsTest {
  private static final Path GOALS = Path.of("src/test/resources/goals.md");
  private static final Pattern TEST = Pattern.compile("`([^`]+)`");

  @Test
  void goals_eachOne_namesTestsThatAreThere() throws IOException {
    List<String> goals = Files.readAllLines(GOALS);
    List<String> lacking = new ArrayList<>();
    int rows = 0;
    for (String row : goals.subList(goals.indexOf("|---|---|") + 1, goals.size())) {
      rows++;
      Matcher named = TEST.matcher(row);
      boolean any = false;
      while (named.find()) {
        any = true;
        if (!isThere(named.group(1))) {
          lacking.add(named.group(1));
        }
      }
      assertThat(any).as(row).isTrue();
    }
    assertThat(lacking).isEmpty();
    assertThat(rows).isGreaterThan(20);
  }

  private static boolean isThere(String name) throws IOException {
    int end = name.indexOf(".mjs:");
    if (end > 0) {
      Path file = Path.of("web/test", name.substring(0, end) + ".mjs");
      return Files.readString(file).contains("test('" + name.substring(end + 5));
    }
    String[] parts = name.split("\\.", 2);
    return Files.readString(source(parts[0])).contains(" void " + parts[1] + "(");
  }

  private static Path source(String type) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files.filter(file -> file.endsWith(type + ".java")).findFirst().orElseThrow();
    }
  }
}
