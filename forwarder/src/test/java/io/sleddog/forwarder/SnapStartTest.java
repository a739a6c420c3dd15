package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.crac.Core;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.Fault;
import io.sleddog.forwarder.fixture.FaultyIntake;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.http.Pause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A snapshot of the sandbox is taken before the first event, and many sandboxes go on from it. */
class SnapStartTest {
  private static final String OTHER_KEY = "f".repeat(32);

  private final RecordingIntake intake = new RecordingIntake();
  private final FaultyIntake aws = new FaultyIntake();

  @AfterEach
  void stop() {
    intake.close();
    aws.close();
  }

  @Test
  void beforeCheckpoint_anySettings_sendsAndAsksNothing() throws Exception {
    ForwarderHandler handler = handler(keyInAws());

    checkpoint();

    assertThat(handler.hasRestoreHook()).isTrue();
    assertThat(intake.requests("/api/v2/logs")).isEmpty();
    assertThat(intake.requests("/api/v0.2/traces")).isEmpty();
    assertThat(intake.requests("/api/v1/distribution_points")).isEmpty();
    assertThat(aws.requests()).isZero();
  }

  @Test
  void handleRequest_afterRestore_delivers() throws Exception {
    ForwarderHandler handler = handler(Map.of());
    checkpoint();

    Core.getGlobalContext().afterRestore(null);
    handle(handler, "after the snapshot");

    assertThat(intake.logs())
        .extracting(log -> log.get("message").asText())
        .containsExactly("after the snapshot");
  }

  @Test
  void handleRequest_afterRestore_readsTheKeyInAwsAnew() throws Exception {
    aws.always(Fault.body("{\"SecretString\":\"" + RecordingIntake.KEY + "\"}"));
    ForwarderHandler handler = handler(keyInAws());
    handle(handler, "one");
    handle(handler, "two");
    aws.always(Fault.body("{\"SecretString\":\"" + OTHER_KEY + "\"}"));

    Core.getGlobalContext().afterRestore(null);
    handle(handler, "three");

    assertThat(intake.requests("/api/v2/logs"))
        .extracting(request -> request.headers().get("Dd-api-key"))
        .containsExactly(RecordingIntake.KEY, RecordingIntake.KEY, OTHER_KEY);
    assertThat(aws.requests()).isEqualTo(2);
  }

  @Test
  void beforeCheckpoint_everythingSwitchedOn_isNoFailure() throws Exception {
    Map<String, String> settings = new HashMap<>(keyInAws());
    settings.put("DD_STORE_FAILED_EVENTS", "true");
    settings.put("DD_S3_BUCKET_NAME", "bucket");
    settings.put("DD_FETCH_LAMBDA_TAGS", "true");
    settings.put("DD_FETCH_LOG_GROUP_TAGS", "true");
    settings.put("DD_ADDITIONAL_TARGET_LAMBDAS", "other");
    settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1");
    settings.put("DD_LOGS_CONFIG_COMPRESSION_KIND", "zstd");
    ForwarderHandler handler = handler(settings);

    checkpoint();

    assertThat(handler.hasRestoreHook()).isTrue();
    assertThat(aws.requests()).isZero();
  }

  @Test
  void constructor_noSnapStart_registersNothing() {
    ForwarderConfig config = ForwarderConfig.from(intake.environment());

    assertThat(new ForwarderHandler(config, "test_function", Pause.REAL).hasRestoreHook())
        .isFalse();
  }

  private static void checkpoint() throws Exception {
    try {
      Core.getGlobalContext().beforeCheckpoint(null);
    } catch (UnsatisfiedLinkError afterAllHooks) {
      // At the end the runtime empties the system's cache of names, by its own native library.
      assertThat(afterAllHooks).hasMessageContaining("DNSManager");
    }
  }

  private Map<String, String> keyInAws() {
    return Map.of(
        "DD_API_KEY_SECRET_ARN", "a-secret",
        "DD_API_KEY", "",
        "AWS_ENDPOINT_URL", "http://127.0.0.1:" + aws.port(),
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test");
  }

  private ForwarderHandler handler(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(intake.environment());
    environment.putAll(settings);
    return new ForwarderHandler(
        ForwarderConfig.from(environment), "test_function", Pause.REAL, true);
  }

  private static void handle(ForwarderHandler handler, String message) throws IOException {
    handler.handleRequest(
        new ByteArrayInputStream(Events.cloudWatch("group", "stream", message)),
        OutputStream.nullOutputStream(),
        new FakeContext());
  }
}
