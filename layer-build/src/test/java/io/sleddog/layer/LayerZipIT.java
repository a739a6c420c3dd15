package io.sleddog.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class LayerZipIT {
  private static final Path LAYER = Path.of("target", "sleddog-layer.zip");
  private static final String JAR = "java/lib/sleddog-lambda-wrapper.jar";
  private static final long MAX_BYTES = 400 * 1024;

  @Test
  void zip_holdsTheScriptAndOneJarOnly() throws IOException {
    assertThat(entries(LAYER)).containsExactlyInAnyOrder("java/", "java/lib/", JAR, "sleddog");
  }

  @Test
  void zip_staysSmall() throws IOException {
    assertThat(Files.size(LAYER)).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void script_isExecutableAndJarIsNot() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(LAYER, Map.of("enablePosixFileAttributes", "true"))) {
      assertThat(mode(zip, "sleddog")).isEqualTo("rwxr-xr-x");
      assertThat(mode(zip, JAR)).isEqualTo("rw-r--r--");
      assertThat(mode(zip, "java/lib")).isEqualTo("rwxr-xr-x");
    }
  }

  @Test
  void zip_builtAgain_isTheSameToTheByte() {
    assertThat(Path.of("target", "again", "sleddog-layer.zip")).hasSameBinaryContentAs(LAYER);
  }

  @Test
  void entries_allHaveTheBuildsOwnTime() throws IOException {
    Set<Long> times = new HashSet<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(LAYER))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        times.add(entry.getTimeLocal().toLocalDate().toEpochDay());
        if (entry.getName().equals(JAR)) {
          ZipInputStream jar = new ZipInputStream(zip);
          for (ZipEntry inner = jar.getNextEntry(); inner != null; inner = jar.getNextEntry()) {
            times.add(inner.getTimeLocal().toLocalDate().toEpochDay());
          }
        }
      }
    }
    assertThat(times).hasSize(1);
  }

  @Test
  void jar_bringsNoClassButOurs() throws IOException {
    List<String> strangers = new ArrayList<>();
    try (FileSystem zip = FileSystems.newFileSystem(LAYER);
        InputStream bytes = Files.newInputStream(zip.getPath(JAR));
        ZipInputStream jar = new ZipInputStream(bytes)) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.startsWith("io/sleddog/lambda/")) {
          strangers.add(name);
        }
      }
    }
    assertThat(strangers).isEmpty();
  }

  private static String mode(FileSystem zip, String name) throws IOException {
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(zip.getPath(name));
    return PosixFilePermissions.toString(mode);
  }

  private static List<String> entries(Path path) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }
}
