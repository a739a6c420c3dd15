package io.sleddog.local.functions;

import io.sleddog.local.model.UserProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks for the handler's class in the staged code before anything starts, since the runtime would
 * tell of a misspelt name only inside the answer of an invocation.
 */
public final class HandlerCheck {
  private static final String SUFFIX = ".class";

  private HandlerCheck() {}

  /**
   * Makes sure that the handler's class is among the function's classes.
   *
   * @throws UserProblem if it is not; the message names classes that look like it
   */
  public static void require(StagedFunction function, String handler) {
    String type = className(handler);
    Set<String> names = classes(function.taskRoot());
    if (!names.contains(type)) {
      throw new UserProblem(
          "There is no class " + type + " in " + function.spec().code() + ".", advice(type, names));
    }
  }

  private static String className(String handler) {
    int colons = handler.lastIndexOf("::");
    return colons < 0 ? handler : handler.substring(0, colons);
  }

  private static String advice(String type, Set<String> names) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    List<String> alike =
        names.stream()
            .filter(name -> name.substring(name.lastIndexOf('.') + 1).equalsIgnoreCase(simple))
            .limit(3)
            .toList();
    return alike.isEmpty()
        ? "Give the handler as pkg.Class or pkg.Class::method, and code that holds the class."
        : "Did you mean " + String.join(" or ", alike) + "?";
  }

  private static Set<String> classes(Path taskRoot) {
    Set<String> names = new TreeSet<>();
    try {
      names.addAll(loose(taskRoot));
      for (Path jar : Folders.files(taskRoot.resolve("lib"), ".jar")) {
        names.addAll(inJar(jar));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static List<String> loose(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(HandlerCheck::toClassName)
          .toList();
    }
  }

  private static List<String> inJar(Path jar) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipFile file = new ZipFile(jar.toFile())) {
      file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(SUFFIX))
          .map(HandlerCheck::toClassName)
          .forEach(names::add);
    }
    return names;
  }

  private static String toClassName(String file) {
    return file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
  }
}
