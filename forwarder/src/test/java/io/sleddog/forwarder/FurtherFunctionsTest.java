package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeAwsServer;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Functions that get each event too. */
class FurtherFunctionsTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:012345678912:function:audit:prod";

  private final RecordingIntake intake = new RecordingIntake();
  private final FakeAwsServer aws = new FakeAwsServer(Clock.systemUTC());
  private final Map<String, String> environment = intake.environment();
  private final FakeContext context = new FakeContext();
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

  FurtherFunctionsTest() {
    environment.putAll(aws.environment());
    environment.put("DD_ADDITIONAL_TARGET_LAMBDAS", " " + ARN + ", copy,,");
  }

  @AfterEach
  void stop() {
    intake.close();
    aws.close();
  }

  @Test
  void handleRequest_furtherFunctions_getTheEventAsItCame() throws IOException {
    byte[] event = Events.cloudWatch("group", "s", "text");

    handle(event);

    String text = new String(event, StandardCharsets.UTF_8);
    assertThat(aws.calls())
        .containsExactlyInAnyOrder(
            "POST /2015-03-31/functions/" + ARN + "/invocations Event " + text,
            "POST /2015-03-31/functions/copy/invocations Event " + text);
    assertThat(intake.logs()).hasSize(1);
    assertThat(context.logged()).contains("additional_targets_invoked=2");
  }

  @Test
  void handleRequest_retryEvent_isHandedOnToo() throws IOException {
    handle("{\"retry\":true}".getBytes(StandardCharsets.UTF_8));

    assertThat(aws.calls()).hasSize(2).allMatch(call -> call.endsWith("Event {\"retry\":true}"));
  }

  @Test
  void handleRequest_functionThatRefuses_isNamedAndHarmsNothing() throws IOException {
    aws.deny("/copy/");

    handle(Events.cloudWatch("group", "s", "secret text"));

    assertThat(intake.logs()).hasSize(1);
    assertThat(answer).hasToString("null");
    assertThat(context.logged())
        .contains("additional_targets_failed=1")
        .contains("event not handed to copy: lambda: status 403, AccessDenied")
        .doesNotContain("secret text");
  }

  @Test
  void handleRequest_nameThatIsNone_isWarnedOfAndTheOthersAreInvoked() throws IOException {
    environment.put("DD_ADDITIONAL_TARGET_LAMBDAS", "a b, copy");

    handle(Events.cloudWatch("group", "s", "text"));

    assertThat(aws.calls()).hasSize(1);
    assertThat(context.logged())
        .contains("warning: DD_ADDITIONAL_TARGET_LAMBDAS has an entry that is no ARN or name");
  }

  private void handle(byte[] event) throws IOException {
    new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {})
        .handleRequest(new ByteArrayInputStream(event), answer, context);
  }
}
