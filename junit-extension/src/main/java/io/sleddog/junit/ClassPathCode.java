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
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The class path of the running test laid out as a function's code: folders at the root, jars in
 * {@code lib}. What only serves the test itself stays out, and so does the wrapper, which the layer
 * brings.
 */
final class ClassPathCode {
  private static final Pattern TEST_ONLY =
      Pattern.compile(
          "(junit|opentest4j|apiguardian|surefire|assertj|archunit|byte-buddy|jspecify|zstd-jni"
              + "|slf4j-nop)(-.*)?\\.jar");

  /** What is in jars of ours that no function has, or has from the layer. */
  private static final List<String> OURS =
      List.of(
          "io/sleddog/junit/Sled.class",
          "io/sleddog/local/Local.class",
          "io/sleddog/forwarder/ForwarderHandler.class",
          "io/sleddog/lambda/LayerHandler.class",
          "io/sleddog/rules/ArchitectureContract.class");

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

  private static boolean isTestOnly(Path jar) throws IOException {
    return TEST_ONLY.matcher(String.valueOf(jar.getFileName())).matches() || isOurs(jar);
  }

  private static boolean isOurs(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return OURS.stream().anyMatch(name -> zip.getEntry(name) != null);
    } catch (ZipException noJar) {
      return false; // the class path may name anything
    }
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
