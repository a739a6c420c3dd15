package io.sleddog.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders of inputs and wanted outputs: {@code golden/STAGE/CASE/in.*} and {@code out.*}. A missing
 * output fails; {@code -Dgolden.update=true} writes outputs anew.
 */
public final class Golden {
  private static final Path ROOT = Path.of("src/test/resources/golden");

  private Golden() {}

  /** The names of a stage's cases. */
  public static List<String> cases(String stage) {
    try (Stream<Path> folders = Files.list(ROOT.resolve(stage))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of a case. */
  public static String read(String stage, String name, String file) {
    try {
      return Files.readString(ROOT.resolve(stage).resolve(name).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless the text is the one that is wanted. */
  public static void check(String stage, String name, String file, String text) {
    Path wanted = ROOT.resolve(stage).resolve(name).resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(wanted.getParent());
        Files.writeString(wanted, text);
      }
      assertThat(wanted).as("accept with -Dgolden.update=true").exists();
      assertThat(text)
          .as("%s: accept with -Dgolden.update=true", wanted)
          .isEqualTo(Files.readString(wanted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
