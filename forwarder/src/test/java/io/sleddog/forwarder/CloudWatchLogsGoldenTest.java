package io.sleddog.forwarder;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.Forwarded;
import io.sleddog.forwarder.fixture.Golden;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole forwarder over files: {@code in.json} is what CloudWatch Logs packs into an event,
 * {@code env.json} settings if there are any, {@code out.json} what the intakes get.
 */
class CloudWatchLogsGoldenTest {
  private static final String STAGE = "cloudwatch";

  static List<String> cases() {
    return Golden.cases(STAGE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void handleRequest_delivery_reachesTheIntakes(String name) throws IOException {
    try (RecordingIntake intake = new RecordingIntake()) {
      Map<String, String> environment = intake.environment();
      if (Golden.has(STAGE, name, "env.json")) {
        Events.MAPPER
            .readTree(Golden.read(STAGE, name, "env.json"))
            .properties()
            .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
      }
      byte[] event = Events.subscription(Golden.read(STAGE, name, "in.json"));

      new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {})
          .handleRequest(
              new ByteArrayInputStream(event), new ByteArrayOutputStream(), new FakeContext());

      Golden.check(STAGE, name, Forwarded.all(intake));
    }
  }
}
