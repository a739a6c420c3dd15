package io.sleddog.local.functions;

import io.sleddog.local.model.UserProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks a zip or jar into a folder. Entries that point out of the folder are refused. */
final class Unzip {
  private Unzip() {}

  static void into(Path zip, Path folder) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        unpack(file, entries.nextElement(), folder);
      }
    } catch (ZipException e) {
      throw new UserProblem(
          zip + " is not a zip or jar file (" + e.getMessage() + ").",
          "Give a jar, a zip or a folder with classes.",
          e);
    }
  }

  private static void unpack(ZipFile file, ZipEntry entry, Path folder) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new UserProblem(
          file.getName() + " holds an entry that points out of it: " + entry.getName(),
          "Build the file again with a tool that you trust.");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = file.getInputStream(entry)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
