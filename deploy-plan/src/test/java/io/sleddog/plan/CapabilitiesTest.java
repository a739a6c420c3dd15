package io.sleddog.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table of capabilities names tests; those must be there. */
class CapabilitiesTest {
  private static final Path TABLE = Path.of("CAPABILITIES.md");
  private static final Path MODULES = Path.of("..");
  private static final Set<String> SHOWN = Set.of("must", "should");

  /** A class, a method, and perhaps a folder of the table that the method reads. */
  private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)(?:\\(([\\w-]+)\\))?`");

  /** A row of the table, without its number. */
  private record Row(String capability, String worth, String where, String tests) {}

  @Test
  void rows_all_areNumberedAndSayWhatTheyAreWorth() throws IOException {
    List<Row> rows = rows();
    assertThat(rows).hasSize(97).doesNotHaveDuplicates();
    assertThat(rows.stream().filter(it -> it.worth().equals("must"))).hasSize(52);
    assertThat(rows.stream().filter(it -> it.worth().equals("should"))).hasSize(13);
    assertThat(rows).noneMatch(it -> it.where().isBlank());
  }

  @Test
  void rows_thatMatter_areShownByATest() throws IOException {
    assertThat(rows())
        .filteredOn(it -> SHOWN.contains(it.worth()))
        .allMatch(it -> TEST.matcher(it.tests()).find());
  }

  @Test
  void tests_ofEachRow_areThere() throws IOException {
    List<Path> sources = sources();
    List<String> missing = new ArrayList<>();
    for (Row row : rows()) {
      Matcher test = TEST.matcher(row.tests());
      while (test.find()) {
        String folder = test.group(3);
        if (sources.stream()
            .filter(it -> it.endsWith(test.group(1) + ".java"))
            .noneMatch(it -> has(it, test.group(2)) && hasFolder(it, folder))) {
          missing.add(row.capability() + ": " + test.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE)) {
      String[] cells = line.split(" *\\| *", -1);
      if (line.startsWith("| " + (rows.size() + 1) + " |")) {
        rows.add(new Row(cells[2], cells[3], cells[4], cells[5]));
      }
    }
    return rows;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(MODULES)) {
      for (Path tests : modules.map(it -> it.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(tests)) {
          try (Stream<Path> files = Files.walk(tests)) {
            files.filter(it -> it.toString().endsWith(".java")).forEach(sources::add);
          }
        }
      }
    }
    return sources;
  }

  private static boolean has(Path source, String method) {
    try {
      return Files.readString(source).contains(" void " + method + "(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasFolder(Path source, @Nullable String folder) {
    if (folder == null) {
      return true;
    }
    Path module = MODULES.resolve(MODULES.relativize(source).getName(0));
    return Files.isDirectory(module.resolve("src/test/resources/table").resolve(folder));
  }
}
