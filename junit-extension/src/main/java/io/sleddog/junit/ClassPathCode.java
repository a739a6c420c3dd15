package io.sleddog.junit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The class path of the running test laid out as a function's code: folders at the root, jars in
 * {@code lib}. What only serves the test itself stays out, and so does the wrapper, which the layer
 * brings.
 */
final class ClassPathCode {
  private static final Pattern TEST_ONLY =
      Pattern.compile(
          "(junit|opentest4j|apiguardian|surefire|assertj|archunit|byte-buddy|jspecify|zstd-jni"
              + "|local|lambda-wrapper|build-rules|junit-extension|slf4j-nop)(-.*)?\\.jar");

  private ClassPathCode() {}

  /** A temporary folder, deleted when the JVM ends. */
  static Path folder() {
    return folder(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
  }

  static Path folder(List<String> classPath) {
    try {
      Path folder = Files.createTempDirectory("sleddog-test-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "sleddog-cleanup"));
      for (String entry : classPath) {
        add(Path.of(entry), folder);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Path entry, Path folder) throws IOException {
    if (Files.isDirectory(entry)) {
      copy(entry, folder);
    } else if (Files.exists(entry) && !isTestOnly(entry)) {
      Path lib = Files.createDirectories(folder.resolve("lib"));
      Files.copy(entry, lib.resolve(entry.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static boolean isTestOnly(Path jar) {
    return TEST_ONLY.matcher(String.valueOf(jar.getFileName())).matches();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(ClassPathCode::isCode).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static boolean isCode(Path file) {
    return Files.isRegularFile(file) && !file.toString().contains("/bundled/");
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException ignored) {
      // a temporary folder that stays is no harm
    }
  }
}
