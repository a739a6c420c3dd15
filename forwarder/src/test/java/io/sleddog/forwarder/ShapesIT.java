package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.fixture.FakeS3;
import io.sleddog.forwarder.fixture.LambdaProcess;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.fixture.RuntimeApi.Result;
import io.sleddog.forwarder.fixture.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shapes in the zip: without settings in one container, with settings each in its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShapesIT {
  private static final Path ZIP = Path.of("target/forwarder.zip");

  private final RecordingIntake intake = new RecordingIntake();
  private final FakeS3 s3 = new FakeS3();
  private final LambdaProcess function;

  ShapesIT(@TempDir Path folder) throws IOException {
    Map<String, String> environment = intake.environment();
    environment.putAll(s3.environment());
    function = LambdaProcess.start(ZIP, folder, environment);
  }

  static List<Shape> shapes() throws IOException {
    return Shape.all().stream().filter(shape -> shape.environment().isEmpty()).toList();
  }

  static List<Shape> shapesWithSettings() throws IOException {
    return Shape.all().stream().filter(shape -> !shape.environment().isEmpty()).toList();
  }

  @AfterAll
  void stop() {
    function.close();
    intake.close();
    s3.close();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void function_shape_makesItsRequests(Shape shape) throws Exception {
    intake.forget();
    shape.putObjects(s3);

    Result result = function.invoke(shape.event());

    assertThat(result.ok()).isTrue();
    shape.check(result.body(), intake);
  }

  @ParameterizedTest
  @MethodSource("shapesWithSettings")
  void function_shapeWithSettings_makesItsRequests(Shape shape, @TempDir Path folder)
      throws Exception {
    intake.forget();
    shape.putObjects(s3);
    Map<String, String> environment = intake.environment();
    environment.putAll(s3.environment());
    environment.putAll(shape.environment());
    try (LambdaProcess own = LambdaProcess.start(ZIP, folder, environment)) {
      Result result = own.invoke(shape.event());

      assertThat(result.ok()).isTrue();
      shape.check(result.body(), intake);
    }
  }
}
