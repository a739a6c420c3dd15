package io.sleddog.benchmarks.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartsTest {
  private Path folder = Path.of("");

  @BeforeEach
  void take(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void unpack_zip_keepsTimesAndTheScriptCanRun() throws IOException {
    try (Servers servers = new Servers(new byte[0])) {
      Path task = new Starts(servers, folder).unpack(zip("start", "lib/a.jar"), "task");

      assertThat(task.resolve("lib/a.jar")).hasContent("lib/a.jar");
      assertThat(Files.getLastModifiedTime(task.resolve("lib/a.jar")))
          .isEqualTo(FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
      assertThat(task.resolve("start")).isExecutable();
    }
  }

  @Test
  void archived_scriptFails_isNoMeasurement() throws IOException {
    Files.writeString(folder.resolve("archive"), "#!/bin/sh\nexit 2\n");
    assertThat(folder.resolve("archive").toFile().setExecutable(true)).isTrue();
    Start plain = new Start(folder, "", List.of(), Map.of());

    try (Servers servers = new Servers(new byte[0])) {
      Starts starts = new Starts(servers, folder);

      assertThatThrownBy(() -> starts.archived(folder, plain))
          .hasMessageStartingWith("forwarder/archive failed");
    }
  }

  @Test
  void archived_script_trainsWhereTheFunctionWillBe() throws IOException, InterruptedException {
    Path made = Files.createDirectory(folder.resolve("target"));
    Files.move(zip("start"), made.resolve("forwarder-archived.zip"));
    Files.writeString(
        folder.resolve("archive"),
        "#!/bin/sh\necho \"$SLEDDOG_TRAIN|$PLACE|$DD_SITE|$AWS_LAMBDA_RUNTIME_API\" > \"$0.txt\"\n");
    assertThat(folder.resolve("archive").toFile().setExecutable(true)).isTrue();
    Start plain = new Start(folder, "", List.of("-Da=b c"), Map.of("DD_SITE", "site"));

    try (Servers servers = new Servers(new byte[0])) {
      Path task = new Starts(servers, folder).archived(folder, plain);

      assertThat(task.resolve("start")).isExecutable();
      assertThat(Files.readString(folder.resolve("archive.txt")))
          .contains("&& './start' '" + System.getProperty("java.home"))
          .contains(" '-Da=b c' ")
          .containsPattern("\\|" + task + "\\|site\\|127\\.0\\.0\\.1:[0-9]+\n")
          .doesNotContain(":" + servers.port() + "\n");
    }
  }

  @Test
  void with_moreFlagsAndVariables_leavesTheFirstAsItWas() {
    Start plain = new Start(folder, "", List.of("-a"), Map.of("A", "1"));

    Start other = plain.withFlag("-b").with("A", "2").with("B", "3");

    assertThat(other.flags()).containsExactly("-a", "-b");
    assertThat(other.environment()).isEqualTo(Map.of("A", "2", "B", "3"));
    assertThat(plain).isEqualTo(new Start(folder, "", List.of("-a"), Map.of("A", "1")));
  }

  private Path zip(String... names) throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : names) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        out.putNextEntry(entry);
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }
}
