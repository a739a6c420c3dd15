package io.sleddog.macro.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*\\| `(\\w+)` \\|$");

  @Test
  void configuration_listsAllParametersWithTheirVariables() throws IOException {
    List<String> rows =
        ROW.matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Parameter.values())
                .map(it -> it.key() + " " + it.environmentKey())
                .toList());
  }
}
