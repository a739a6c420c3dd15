package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.MemoryS3;
import io.sleddog.forwarder.fixture.RecordingIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillAndReplayTest {
  private static final String LOGS = "/api/v2/logs";
  private static final String METRIC =
      "{\"m\":\"orders\",\"v\":2.5,\"e\":1583425836,\"t\":[\"a:b\"]}";
  private static final String TRACE =
      "{\"traces\":[[{\"trace_id\":\"1f\",\"span_id\":\"2\",\"parent_id\":\"0\",\"name\":\"n\"}]]}";

  private final RecordingIntake intake = new RecordingIntake();
  private final MemoryS3 s3 = new MemoryS3();
  private final Map<String, String> environment = new HashMap<>(intake.environment());
  private final FakeContext context = new FakeContext();

  @BeforeEach
  void switchOn() {
    environment.putAll(s3.environment());
    environment.put("DD_STORE_FAILED_EVENTS", "true");
    environment.put("DD_S3_BUCKET_NAME", "bucket");
  }

  @AfterEach
  void stop() {
    s3.close();
    intake.close();
  }

  @Test
  void handleRequest_nothingIsTaken_storesAllKindsAndSucceeds() throws IOException {
    spill("plain", METRIC, TRACE);

    assertThat(s3.keys())
        .hasSize(3)
        .allMatch(key -> key.startsWith("failed_events/test_function/"));
    assertThat(context.logged()).contains("logs_stored=1 metrics_stored=1 traces_stored=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"retry\":true}", "{\"retry\":\"TRUE\"}", "{\"x\":1,\"retry\":true}"})
  void handleRequest_retryEvent_deliversAllKindsAsTheyWere(String event) throws IOException {
    handle(Events.cloudWatch("/aws/lambda/orders", "s", "plain", METRIC, TRACE));
    String log = intake.logs().get(0).toString();
    String series = intake.series().get(0).toString();
    String trace = intake.traces().get(0).toString();
    spill("plain", METRIC, TRACE);

    handle(event.getBytes(StandardCharsets.UTF_8));

    String tagged = log.replaceFirst("(\"ddtags\":\"[^\"]+)", "$1,retry:true");
    assertThat(intake.logs()).map(Object::toString).contains(log, tagged);
    assertThat(intake.series()).map(Object::toString).containsExactly(series, series);
    assertThat(intake.traces()).map(Object::toString).containsExactly(trace, trace);
    assertThat(s3.keys()).isEmpty();
    assertThat(context.logged()).contains("replayed=3");
  }

  @Test
  void handleRequest_storedByDatadogsForwarder_isDeliveredToo() throws IOException {
    String folder = "failed_events/302b4dd9f83e8e6509c03301a637ef30f0acb8c9/";
    s3.put(
        folder + "logs/" + System.currentTimeMillis() / 1000, "[\"{\\\"message\\\": \\\"a\\\"}\"]");
    s3.put(folder + "metrics/1.5", "[{\"m\": \"a\", \"v\": 1, \"e\": 2.5, \"t\": null}]");
    s3.put(
        folder + "traces/1.5",
        "[{\"message\": " + Events.MAPPER.valueToTree(TRACE) + ", \"tags\": \"env:x\"}]");
    s3.put("failed_events/" + "0".repeat(40) + "/logs/1", "[\"of another function\"]");

    handle("{\"retry\":true}".getBytes(StandardCharsets.UTF_8));

    assertThat(intake.logs())
        .map(Object::toString)
        .containsExactly("{\"message\":\"a\",\"ddtags\":\"retry:true\"}");
    assertThat(intake.series()).hasSize(1);
    assertThat(intake.traces()).hasSize(1);
    assertThat(s3.keys()).containsExactly("failed_events/" + "0".repeat(40) + "/logs/1");
    assertThat(context.logged()).contains("replayed=3");
  }

  @Test
  void handleRequest_storedByDatadogsForwarderAndStillNotTaken_staysAndCountsTheTry()
      throws IOException {
    String key =
        "failed_events/302b4dd9f83e8e6509c03301a637ef30f0acb8c9/logs/"
            + System.currentTimeMillis() / 1000;
    s3.put(key, "[\"{}\"]");

    handle("{\"retry\":true}".getBytes(StandardCharsets.UTF_8), 503);
    handle("{\"retry\":true}".getBytes(StandardCharsets.UTF_8), 503);

    assertThat(s3.keys()).containsExactly(key);
    assertThat(s3.object(key)).contains("\"attempts\":3", "\"items\":[{}]");
  }

  @Test
  void handleRequest_storeWithoutAPlace_startsAndWarnsOnce() throws IOException {
    environment.remove("DD_S3_BUCKET_NAME");
    ForwarderHandler handler = handler();

    for (int i = 0; i < 2; i++) {
      handler.handleRequest(
          new ByteArrayInputStream(Events.cloudWatch("g", "s", "plain")),
          new ByteArrayOutputStream(),
          context);
    }

    assertThat(context.logged())
        .containsOnlyOnce("forwarder warning: DD_STORE_FAILED_EVENTS has no effect without");
    assertThat(intake.logs()).hasSize(2);
  }

  @Test
  void handleRequest_retryBesideASubscription_doesBoth() throws IOException {
    spill("stored");
    String event =
        new String(Events.cloudWatch("/aws/lambda/orders", "s", "new"), StandardCharsets.UTF_8);
    String both = event.stripTrailing().replaceFirst("}$", ",\"retry\":true}");

    handle(both.getBytes(StandardCharsets.UTF_8));

    assertThat(intake.logs())
        .extracting(log -> log.get("message").asText())
        .containsExactly("new", "stored");
  }

  @Test
  void handleRequest_replayHalfFails_losesNothing() throws IOException {
    String[] messages = new String[100];
    Arrays.setAll(messages, i -> "good " + i);
    messages[63] = "bad";
    spill(messages);
    intake.refuse(request -> request.body().text().contains("\"bad\""));

    handle("{\"retry\":true}".getBytes(StandardCharsets.UTF_8));

    assertThat(intake.logs()).hasSize(99);
    assertThat(s3.keys())
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key).startsWith("failed_events/test_function/quarantine/logs/");
              assertThat(s3.object(key)).contains("\"bad\"").doesNotContain("good");
            });
    assertThat(context.logged()).contains("replayed=99", "quarantined=1");
  }

  @Test
  void handleRequest_intakeStaysAway_keepsAndCountsTheTry() throws IOException {
    spill("plain");
    String key = s3.keys().get(0);

    handle("{\"retry\":true}".getBytes(StandardCharsets.UTF_8), 503);

    assertThat(s3.keys()).containsExactly(key);
    assertThat(s3.object(key)).contains("\"attempts\":2", "plain");
    assertThat(context.logged()).contains("replay_failed=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"attempts\":10", "\"target\":\"gone\",\"attempts\":1", "\"attempts\":\"x\""})
  void handleRequest_hopelessBatch_goesToQuarantine(String change) throws IOException {
    spill("plain");
    s3.change(text -> text.replace("\"attempts\":1", change));

    handle("{\"retry\":true}".getBytes(StandardCharsets.UTF_8));

    assertThat(intake.logs()).isEmpty();
    assertThat(s3.keys()).singleElement().asString().contains("/quarantine/logs/");
    assertThat(context.logged()).contains("quarantined=1");
  }

  @Test
  void handleRequest_oldLog_isPutAside() throws IOException {
    spill("plain", METRIC);
    s3.change(text -> text.replaceFirst("\"first\":[0-9]+", "\"first\":1000"));

    handle("{\"retry\":true}".getBytes(StandardCharsets.UTF_8));

    assertThat(intake.logs()).isEmpty();
    assertThat(intake.series()).hasSize(1);
    assertThat(context.logged()).contains("replayed=1", "expired=1");
  }

  @Test
  void handleRequest_storeDenied_failsAndSaysWhy() {
    s3.deny();

    assertThatThrownBy(() -> spill("secret text"))
        .isInstanceOf(DeliveryFailedException.class)
        .hasMessageContaining("not stored: s3: status 403, AccessDenied")
        .hasMessageNotContaining("secret text");
    assertThatThrownBy(() -> handle("{\"retry\":true}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("stored batches not replayed: s3: status 403, AccessDenied");
  }

  @Test
  void handleRequest_queueIsFull_fails() {
    environment.put("DD_SQS_QUEUE_URL", s3.environment().get("AWS_ENDPOINT_URL") + "/1/queue");
    s3.deny();

    assertThatThrownBy(() -> spill("text")).hasMessageContaining("not stored: sqs: status 403");
  }

  @Test
  void handleRequest_scrubbedLog_isStoredScrubbed() throws IOException {
    environment.put("REDACT_IP", "true");

    spill("from 10.1.2.3");

    assertThat(s3.object(s3.keys().get(0))).contains("from ").doesNotContain("10.1.2.3");
  }

  private void spill(String... messages) throws IOException {
    handle(Events.cloudWatch("/aws/lambda/orders", "s", messages), 503);
  }

  private void handle(byte[] event, int status) throws IOException {
    for (String path : new String[] {LOGS, "/api/v1/distribution_points", "/api/v0.2/traces"}) {
      intake.answer(path, status);
    }
    try {
      handle(event);
    } finally {
      for (String path : new String[] {LOGS, "/api/v1/distribution_points", "/api/v0.2/traces"}) {
        intake.answer(path, 202);
      }
    }
  }

  private void handle(byte[] event) throws IOException {
    handler().handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), context);
  }

  private ForwarderHandler handler() {
    return new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {});
  }
}
