package io.sleddog.benchmarks.cold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A function's code as AWS has it: a folder with its class and nothing else. */
final class FunctionFolder {
  private FunctionFolder() {}

  /** Writes the class below {@code parent}; gives the folder. */
  static Path of(Class<?> handler, Path parent) throws IOException {
    Path folder = Files.createDirectories(parent.resolve(handler.getSimpleName()));
    String file = handler.getName().replace('.', '/') + ".class";
    Path target = folder.resolve(file);
    Files.createDirectories(target.resolveSibling(""));
    try (InputStream bytes = handler.getResourceAsStream("/" + file)) {
      Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return folder;
  }
}
