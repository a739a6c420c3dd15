package io.sleddog.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.benchmarks.function.MapFunction;
import io.sleddog.benchmarks.function.StreamFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionFolderTest {
  @Test
  void of_functionsMeasuredMoreThanOnce_eachHasItsClassAlone(@TempDir Path scratch)
      throws IOException {
    for (Class<?> function : new Class<?>[] {StreamFunction.class, MapFunction.class}) {
      Path first = FunctionFolder.of(function, scratch);
      assertThat(FunctionFolder.of(function, scratch)).isEqualTo(first);
      try (var files = Files.walk(first)) {
        assertThat(files.filter(Files::isRegularFile))
            .containsExactly(first.resolve(function.getName().replace('.', '/') + ".class"));
      }
    }
  }
}
