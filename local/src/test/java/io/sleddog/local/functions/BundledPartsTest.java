package io.sleddog.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.local.model.UserProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledPartsTest {
  private final Path cache;

  BundledPartsTest(@TempDir Path cache) {
    this.cache = cache;
  }

  @Test
  void folder_runtimeClient_isUnpackedOnce() throws Exception {
    List<Path> first = new BundledParts(cache).folder("runtime");
    var written = Files.getLastModifiedTime(first.get(0));
    List<Path> second = new BundledParts(cache).folder("runtime");

    assertThat(first)
        .anyMatch(jar -> jar.toString().contains("aws-lambda-java-runtime-interface-client"))
        .allMatch(jar -> jar.startsWith(cache))
        .isEqualTo(second);
    assertThat(Files.getLastModifiedTime(second.get(0))).isEqualTo(written);
  }

  @Test
  void folder_ofARelativeCache_isFoundFromWhereverAProcessRuns() {
    Path relative = Path.of("target", "parts-of-a-test");

    assertThat(new BundledParts(relative).folder("runtime")).allMatch(Path::isAbsolute);
  }

  @Test
  void file_thatThisBuildLacks_saysHowToBuildAll() {
    assertThatThrownBy(() -> new BundledParts(cache).file("none.zip"))
        .isInstanceOf(UserProblem.class)
        .hasMessage("This build of Sleddog carries no none.zip.");
    assertThatThrownBy(() -> new BundledParts(cache).folder("none"))
        .isInstanceOf(UserProblem.class);
  }
}
