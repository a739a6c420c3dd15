package io.sleddog.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of test cases kept as files: one folder a case, with inputs and expected outputs of fixed
 * names.
 *
 * <p>A missing or surplus file fails the test. {@code -Dgolden.update=true} writes the outputs
 * instead of comparing them; the diff is then the review.
 */
public final class GoldenCases {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private final Path table;
  private final Set<String> inputs;
  private final Set<String> outputs;

  /**
   * A table below {@code src/test/resources}.
   *
   * @param table the folder that holds one folder a case
   * @param inputs the names of each case's inputs
   * @param outputs the names of each case's expected outputs
   */
  public GoldenCases(String table, Set<String> inputs, Set<String> outputs) {
    this.table = Path.of("src", "test", "resources").resolve(table);
    this.inputs = Set.copyOf(inputs);
    this.outputs = Set.copyOf(outputs);
  }

  /** The cases' names, sorted; fails where a case has not the files it should have. */
  public List<String> names() {
    List<String> names = list(table);
    assertTrue(!names.isEmpty(), "no case in " + table);
    for (String name : names) {
      Set<String> files = Set.copyOf(list(table.resolve(name)));
      Set<String> wanted =
          Stream.concat(inputs.stream(), outputs.stream()).collect(Collectors.toSet());
      assertEquals(UPDATE ? inputs : wanted, UPDATE ? common(files) : files, "files of " + name);
    }
    return names;
  }

  /** One of a case's inputs. */
  public String input(String name, String file) throws IOException {
    return Files.readString(table.resolve(name).resolve(file), UTF_8);
  }

  /** Compares with one of a case's outputs, or writes it. */
  public void check(String name, String file, String actual) throws IOException {
    Path path = table.resolve(name).resolve(file);
    if (UPDATE) {
      Files.writeString(path, actual, UTF_8);
    }
    String expected = Files.readString(path, UTF_8);
    assertEquals(expected, actual, path + "; -Dgolden.update=true accepts the change");
  }

  private Set<String> common(Set<String> files) {
    return files.stream().filter(file -> !outputs.contains(file)).collect(Collectors.toSet());
  }

  private static List<String> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
