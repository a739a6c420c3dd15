package io.sleddog.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An event of every source, with and without a trace context, and what is written for it: a folder
 * each under {@code src/test/resources/events}.
 */
class EventsTest {
  private static final Path FOLDER = Path.of("src/test/resources/events");

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .collect(Collectors.toList());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lines_ofAnEvent_areTheExpectedOnes(String name) throws IOException {
    EventCase run = new EventCase(Files.readString(FOLDER.resolve(name).resolve("in.json")));
    new GoldenFolder(FOLDER.resolve(name)).check("out.json", run.run());
    assertThat(run.warnings()).isEqualTo(run.expectedWarnings());
  }
}
