package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.emulator.AwsEmulator;
import io.sleddog.emulator.UsesAwsEmulator;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Emulator;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no intake took goes to real queues and buckets of an emulator, and comes back from there.
 */
@UsesAwsEmulator
class SpillAndReplayIT {
  private static final String PREFIX = "302b4dd9f83e8e6509c03301a637ef30f0acb8c9";

  private final String name = "spill-" + UUID.randomUUID();
  private final RecordingIntake intake = new RecordingIntake();
  private final Map<String, String> environment = intake.environment();
  private final FakeContext context = new FakeContext();

  private final Emulator emulator;

  SpillAndReplayIT(AwsEmulator aws) {
    this.emulator = new Emulator(aws);
  }

  @BeforeEach
  void useEmulator() {
    environment.putAll(emulator.environment());
    environment.put("DD_STORE_FAILED_EVENTS", "true");
  }

  @AfterEach
  void stop() {
    intake.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".fifo"})
  void handleRequest_storedInAQueue_isDeliveredByTheRetryEvent(String suffix) throws Exception {
    environment.put("DD_SQS_QUEUE_URL", emulator.createQueue(name + suffix));
    spill();

    handle("{\"retry\":true}");

    assertThat(messages()).containsExactlyInAnyOrder("one", "two");
    assertThat(context.logged()).contains("replayed=2");
    handle("{\"retry\":true}");
    assertThat(messages()).as("taken out of the queue").hasSize(2);
  }

  @Test
  void handleRequest_queueOfDatadogsForwarder_isDeliveredByTheRetryEvent() throws Exception {
    String url = emulator.createQueue(name);
    environment.put("DD_SQS_QUEUE_URL", url);
    emulator.sendMessage(
        url,
        "[\"{\\\"message\\\":\\\"one\\\"}\", \"{\\\"message\\\":\\\"two\\\"}\"]",
        Map.of("retry_prefix", "logs", "function_prefix", PREFIX));

    handle("{\"retry\":true}");

    assertThat(messages()).containsExactly("one", "two");
  }

  @Test
  void handleRequest_storedInABucket_isDeliveredByTheRetryEvent() throws Exception {
    emulator.createBucket(name);
    environment.put("DD_S3_BUCKET_NAME", name);
    spill();

    handle("{\"retry\":true}");

    assertThat(messages()).containsExactlyInAnyOrder("one", "two");
    assertThat(intake.logs()).allMatch(log -> log.get("ddtags").asText().endsWith(",retry:true"));
  }

  @Test
  void handleRequest_bucketIsMissing_fails() throws IOException {
    environment.put("DD_S3_BUCKET_NAME", name);
    intake.answer("/api/v2/logs", 403);
    ForwarderHandler handler = handler();
    ByteArrayInputStream event = new ByteArrayInputStream(Events.cloudWatch("g", "s", "one"));

    assertThatThrownBy(() -> handler.handleRequest(event, new ByteArrayOutputStream(), context))
        .hasMessageContaining("not stored: s3: status 404, NoSuchBucket");
  }

  private void spill() throws IOException {
    intake.answer("/api/v2/logs", 403);
    handler()
        .handleRequest(
            new ByteArrayInputStream(Events.cloudWatch("g", "s", "one", "two")),
            new ByteArrayOutputStream(),
            context);
    intake.answer("/api/v2/logs", 202);
    assertThat(context.logged()).contains("logs_stored=2");
  }

  private void handle(String event) throws IOException {
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    handler().handleRequest(new ByteArrayInputStream(bytes), new ByteArrayOutputStream(), context);
  }

  private ForwarderHandler handler() {
    return new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {});
  }

  private List<String> messages() {
    return intake.logs().stream().map(log -> log.get("message").asText()).toList();
  }
}
