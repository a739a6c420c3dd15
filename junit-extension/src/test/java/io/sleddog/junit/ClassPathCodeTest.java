package io.sleddog.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathCodeTest {
  @Test
  void folder_classPath_isLaidOutAsAFunction(@TempDir Path temp) throws Exception {
    Path classes = Files.createDirectories(temp.resolve("classes/com/acme"));
    Files.writeString(classes.resolve("Orders.class"), "x");
    Path library = Files.writeString(temp.resolve("gson-2.0.jar"), "x");
    Path namesake = jar(temp.resolve("local-1.0.jar"), "com/acme/local/Shop.class");
    Path ours = jar(temp.resolve("anything.jar"), "io/sleddog/lambda/LayerHandler.class");
    Path testOnly = Files.writeString(temp.resolve("junit-jupiter-api-5.13.jar"), "x");

    Path code =
        ClassPathCode.folder(
            List.of(
                temp.resolve("classes").toString(),
                library.toString(),
                testOnly.toString(),
                namesake.toString(),
                ours.toString(),
                temp.resolve("missing").toString()));

    assertThat(code.resolve("com/acme/Orders.class")).exists();
    assertThat(code.resolve("lib/gson-2.0.jar")).exists();
    assertThat(code.resolve("lib/junit-jupiter-api-5.13.jar")).doesNotExist();
    assertThat(code.resolve("lib/local-1.0.jar")).exists();
    assertThat(code.resolve("lib/anything.jar")).doesNotExist();
  }

  private static Path jar(Path file, String entry) throws Exception {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.closeEntry();
    }
    return file;
  }
}
