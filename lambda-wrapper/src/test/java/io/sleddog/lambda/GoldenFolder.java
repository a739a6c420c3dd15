package io.sleddog.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of expected outputs. {@code -Dgolden.update=true} rewrites it. */
final class GoldenFolder {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private final Path folder;

  GoldenFolder(Path folder) {
    this.folder = folder;
  }

  /** The names of the files, without their ending. */
  List<String> names(String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares with the file, or rewrites it. */
  void check(String name, String actual) throws IOException {
    Path file = folder.resolve(name);
    if (UPDATE) {
      Files.writeString(file, actual, UTF_8);
    }
    assertThat(file).as("run with -Dgolden.update=true to write it").exists();
    assertThat(actual)
        .as("%s; run with -Dgolden.update=true to accept the change", file)
        .isEqualTo(Files.readString(file, UTF_8));
  }
}
