package io.sleddog.lambda.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The layer's classes as files of the function, rather than in their jar. */
final class Unpacked {
  private Unpacked() {}

  static void intoTaskRoot(Path jar, Path task) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        Path target = task.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          try (InputStream bytes = zip.getInputStream(entry)) {
            Files.copy(bytes, target);
          }
        }
      }
    }
    Files.delete(jar);
  }
}
