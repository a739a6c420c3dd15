package io.sleddog.forwarder.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9_]+)`");

  @Test
  void configuration_table_namesEveryVariable() throws IOException {
    assertThat(documented()).isEqualTo(ForwarderConfig.names());
  }

  /** The names in the first column of the table of settings. */
  private static Set<String> documented() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("## Configuration");
    Set<String> names = new TreeSet<>();
    for (String line : readme.substring(start, readme.indexOf("\n## ", start)).split("\n", -1)) {
      String column = line.startsWith("| `") ? line.split("\\|", -1)[1] : "";
      Matcher matcher = NAME.matcher(column);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }
}
