package io.sleddog.forwarder;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.FakeS3;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.fixture.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shapes of events and logs that Datadog's forwarder is known for. Where ours differ, the
 * README's table has the reason.
 */
class ShapesTest {

  static List<Shape> shapes() throws IOException {
    return Shape.all();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void handleRequest_shape_makesItsRequests(Shape shape) throws IOException {
    try (RecordingIntake intake = new RecordingIntake();
        FakeS3 s3 = new FakeS3()) {
      shape.putObjects(s3);
      Map<String, String> environment = intake.environment();
      environment.putAll(s3.environment());
      environment.putAll(shape.environment());
      ByteArrayOutputStream answer = new ByteArrayOutputStream();

      new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {})
          .handleRequest(new ByteArrayInputStream(shape.event()), answer, new FakeContext());

      shape.check(answer.toString(StandardCharsets.UTF_8), intake);
    }
  }
}
