package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Defect;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.MemoryS3;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Datadog's forwarder is known to do wrong, one case for each. */
class DefectsTest {
  private final RecordingIntake intake = new RecordingIntake();
  private final MemoryS3 bucket = new MemoryS3();

  static List<Defect> defects() {
    return Defect.all();
  }

  @AfterEach
  void stop() {
    intake.close();
    bucket.close();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void handleRequest_eventOfTheDefect_doesWhatIsWanted(Defect defect) throws IOException {
    defect.prepare(intake, bucket);
    Map<String, String> environment = intake.environment();
    environment.putAll(bucket.environment());
    environment.putAll(defect.environment());
    ForwarderHandler handler =
        new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {});
    FakeContext context = new FakeContext().withRemainingMillis(defect.millis());

    List<String> answers = new ArrayList<>();
    for (byte[] event : defect.events()) {
      answers.add(answer(handler, event, context));
    }

    defect.check(new Defect.Happened(answers, context.logged(), intake, bucket));
    assertThat(intake.requests("/api/v1/validate")).as("start needs no answer").isEmpty();
  }

  private static String answer(ForwarderHandler handler, byte[] event, FakeContext context)
      throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), answer, context);
      return answer.toString(StandardCharsets.UTF_8);
    } catch (DeliveryFailedException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
