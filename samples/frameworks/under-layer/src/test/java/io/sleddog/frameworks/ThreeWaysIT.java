package io.sleddog.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ways.OfStreams;
import io.sleddog.lambda.Telemetry;
import io.sleddog.local.functions.LayerRedirect;
import io.sleddog.local.model.FunctionSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The redirect, the exec script and wrapping in code come to the same. */
@Timeout(180)
class ThreeWaysIT {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "DD_ENV",
          "prod",
          "DD_SERVICE",
          "shop",
          "DD_VERSION",
          "1.2",
          "DD_TAGS",
          "team:ways",
          "DD_CAPTURE_LAMBDA_PAYLOAD",
          "true");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"com.example.ways.OfStreams", "com.example.ways.OfMaps"})
  void function_observedInAnyWay_writesTheSame(String handler) throws Exception {
    FunctionSpec bare =
        FunctionSpec.of("ways", handler, code("bare", false)).withEnvironment(VARIABLES);
    Path layer = Run.parts().file("layer/sleddog-layer.zip");
    FunctionSpec script =
        bare.withLayers(List.of(layer))
            .withEnvironment(Map.of("AWS_LAMBDA_EXEC_WRAPPER", "/opt/sleddog"));
    FunctionSpec wrapped =
        FunctionSpec.of("ways", handler + "Wrapped", code("wrapped", true))
            .withEnvironment(VARIABLES);

    List<String> redirected = stories(LayerRedirect.apply(bare, layer));

    assertThat(redirected.toString())
        .contains("aws.httpapi", "aws.sqs", "team=ways", "asked to fail", "ways.counted")
        .contains("\"statusCode\":200");
    assertThat(stories(script)).isEqualTo(redirected);
    assertThat(stories(wrapped)).isEqualTo(redirected);
  }

  private static List<String> stories(FunctionSpec function) throws Exception {
    List<String> events = new ArrayList<>();
    for (String name : List.of("place-order.json", "two-orders.json")) {
      events.add(Files.readString(Path.of("src/test/resources/events", name)));
    }
    events.addAll(List.of("{\"a\":1}", "{\"b\":\"fail\"}"));
    List<String> stories = new ArrayList<>();
    for (Run run : Run.each(function, events)) {
      stories.add(Story.of(run));
    }
    return stories;
  }

  /** The function's classes, with the library beside them if they are wrapped in code. */
  private Path code(String name, boolean withLibrary) throws Exception {
    Path code = folder.resolve(name);
    Path classes = place(OfStreams.class).resolve("com/example/ways");
    copyAll(classes, Files.createDirectories(code.resolve("com/example/ways")));
    if (withLibrary) {
      Path lib = Files.createDirectories(code.resolve("lib"));
      Path library = place(Telemetry.class);
      if (Files.isDirectory(library)) {
        copyAll(library, code);
      } else {
        Files.copy(library, lib.resolve("lambda-wrapper.jar"));
      }
    }
    return code;
  }

  private static Path place(Class<?> type) throws Exception {
    URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(place);
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
