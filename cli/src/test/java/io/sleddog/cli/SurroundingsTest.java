package io.sleddog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  @Test
  void colours_terminal_areUsedUnlessTheUserSaysNo() {
    assertThat(surroundings(Map.of(), true).colours()).isTrue();
    assertThat(surroundings(Map.of("NO_COLOR", ""), true).colours()).isTrue();
    assertThat(surroundings(Map.of("NO_COLOR", "1"), true).colours()).isFalse();
    assertThat(surroundings(Map.of(), false).colours()).isFalse();
  }

  @Test
  void cache_folderOfTheUser_isBelowIt() {
    assertThat(surroundings(Map.of("XDG_CACHE_HOME", "/c"), false).cache())
        .isEqualTo(Path.of("/c/sleddog"));
    assertThat(surroundings(Map.of("XDG_CACHE_HOME", ""), false).cache())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "sleddog"));
  }

  private static Surroundings surroundings(Map<String, String> environment, boolean terminal) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Surroundings(environment, nowhere, nowhere, terminal);
  }
}
