package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.fixture.RecordingIntake.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwarderHandlerTest {
  private static final String METRIC = "{\"m\":\"orders\",\"v\":2,\"e\":1583425836,\"t\":[]}";
  private static final String TRACE =
      "{\"traces\":[[{\"trace_id\":\"1f\",\"span_id\":\"2\",\"parent_id\":\"0\",\"name\":\"n\"}]]}";

  private final RecordingIntake intake = new RecordingIntake();
  private final Map<String, String> environment = intake.environment();
  private final FakeContext context = new FakeContext();
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

  @AfterEach
  void stopIntake() {
    intake.close();
  }

  @Test
  void handleRequest_threeKinds_eachGoesToItsIntake() throws IOException {
    handle(Events.cloudWatch("/aws/lambda/orders", "s", "plain", METRIC, TRACE));

    assertThat(intake.logs()).hasSize(1);
    assertThat(intake.series()).hasSize(1);
    assertThat(intake.traces()).hasSize(1);
    assertThat(answer).hasToString("null");
    assertThat(context.logged())
        .contains("logs_forwarded=1 metrics_forwarded=1 traces_forwarded=1");
  }

  @Test
  void handleRequest_requests_carryKeyTypeAndEncoding() throws IOException {
    handle(Events.cloudWatch("/aws/lambda/orders", "s", "plain", METRIC, TRACE));

    assertThat(intake.requests("/api/v2/logs").get(0).headers())
        .containsEntry("Dd-api-key", RecordingIntake.KEY)
        .containsEntry("Content-type", "application/json")
        .containsEntry("Content-encoding", "gzip")
        .containsEntry("Dd-evp-origin", "aws_forwarder");
    assertThat(intake.requests("/api/v1/distribution_points").get(0).headers())
        .containsEntry("Content-encoding", "deflate");
    assertThat(intake.requests("/api/v0.2/traces").get(0).headers())
        .containsEntry("Content-type", "application/x-protobuf");
  }

  @Test
  void handleRequest_compressionOff_sendsPlainText() throws IOException {
    environment.put("DD_USE_COMPRESSION", "false");

    handle(Events.cloudWatch("/aws/lambda/orders", "s", "plain"));

    assertThat(intake.requests("/api/v2/logs").get(0).headers())
        .doesNotContainKey("Content-encoding");
    assertThat(intake.logs()).hasSize(1);
  }

  @Test
  void handleRequest_logsSwitchedOff_stillSendsMetrics() throws IOException {
    environment.put("DD_FORWARD_LOG", "false");

    handle(Events.cloudWatch("/aws/lambda/orders", "s", "plain", METRIC));

    assertThat(intake.logs()).isEmpty();
    assertThat(intake.series()).hasSize(1);
    assertThat(context.logged()).contains("logs_switched_off=1");
  }

  @Test
  void handleRequest_intakeRefuses_failsAndSaysWhatAndWhere() {
    intake.answer("/api/v2/logs", 403);

    assertThatThrownBy(() -> handle(Events.cloudWatch("group", "s", "secret text", METRIC)))
        .isInstanceOf(DeliveryFailedException.class)
        .hasMessageContaining("1 logs: answer 403")
        .hasMessageContaining(intake.url() + "/api/v2/logs")
        .hasMessageContaining("is the API key one of the organisation on DD_SITE?")
        .hasMessageNotContaining("secret text")
        .hasMessageNotContaining(RecordingIntake.KEY);
    assertThat(intake.series()).as("what does not depend on it").hasSize(1);
  }

  @Test
  void handleRequest_nobodyListens_fails() {
    intake.close();

    assertThatThrownBy(() -> handle(Events.cloudWatch("group", "s", "text")))
        .isInstanceOf(DeliveryFailedException.class)
        .hasMessageContaining("1 logs: no connection at " + intake.url());
  }

  @Test
  void handleRequest_eventOfAnotherKind_forwardsItsText() throws IOException {
    handle("{\"hello\":[1]}".getBytes(StandardCharsets.UTF_8));

    assertThat(intake.logs())
        .singleElement()
        .satisfies(
            log -> {
              assertThat(log.get("message").asText()).isEqualTo("{\"hello\":[1]}");
              assertThat(log.get("ddtags").asText()).endsWith("parse_error:unknown_event");
            });
  }

  @Test
  void handleRequest_notJson_forwardsItsText() throws IOException {
    handle("not json".getBytes(StandardCharsets.UTF_8));

    assertThat(intake.logs())
        .singleElement()
        .extracting(log -> log.get("message").asText())
        .isEqualTo("not json");
  }

  @Test
  void handleRequest_dataIsNotGzip_forwardsTheEventAsItCame() throws IOException {
    byte[] event = Events.subscription(new byte[] {1, 2, 3});

    handle(event);

    assertThat(intake.logs())
        .singleElement()
        .satisfies(
            log -> {
              assertThat(log.get("message").asText())
                  .isEqualTo(new String(event, StandardCharsets.UTF_8));
              assertThat(log.get("ddtags").asText()).endsWith("parse_error:unreadable_event");
            });
  }

  @Test
  void handleRequest_secondEvent_keepsNothingOfTheFirst() throws IOException {
    ForwarderHandler handler = handler();
    for (String message : new String[] {"a long first message", "b"}) {
      byte[] event = Events.cloudWatch("group", "s", message);
      handler.handleRequest(new ByteArrayInputStream(event), answer, context);
    }

    assertThat(intake.logs())
        .extracting(log -> log.get("message").asText())
        .containsExactly("a long first message", "b");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void handleRequest_statusThatPasses_isTriedAgain(int status) throws IOException {
    intake.answer("/api/v2/logs", Reply.of(status), Reply.hangUp(), Reply.of(status));

    handle(Events.cloudWatch("group", "s", "text"));

    assertThat(intake.logs()).hasSize(1);
    assertThat(context.logged()).contains("retries=3");
  }

  @Test
  void handleRequest_statusThatDoesNotPass_givesUpAfterFiveTries() {
    intake.answer("/api/v2/logs", 503);

    assertThatThrownBy(() -> handle(Events.cloudWatch("group", "s", "text")))
        .hasMessageContaining("answer 503");
    assertThat(intake.requests("/api/v2/logs")).hasSize(5);
  }

  @Test
  void handleRequest_badLogAmongGoodOnes_onlyItIsRefused() {
    intake.refuse(request -> request.body().text().contains("bad"));
    String[] messages = new String[100];
    Arrays.setAll(messages, i -> i == 63 ? "bad" : "good " + i);

    assertThatThrownBy(() -> handle(Events.cloudWatch("group", "s", messages)))
        .hasMessageContaining("Not delivered: 1 logs: answer 400");
    assertThat(intake.logs()).hasSize(99);
  }

  @Test
  void handleRequest_everythingRefused_endsAfterFewRequests() {
    intake.answer("/api/v2/logs", 400);
    String[] messages = new String[1000];
    Arrays.fill(messages, "text");

    assertThatThrownBy(() -> handle(Events.cloudWatch("group", "s", messages)))
        .hasMessageContaining("answer 400");
    assertThat(intake.requests("/api/v2/logs")).hasSizeLessThan(60);
  }

  @Test
  void handleRequest_tooLarge_isSplit() throws IOException {
    intake.answer("/api/v2/logs", Reply.of(413));

    handle(Events.cloudWatch("group", "s", "a", "b"));

    assertThat(intake.requests("/api/v2/logs")).hasSize(3);
    assertThat(intake.logs()).hasSize(2);
  }

  @Test
  void handleRequest_zstd_isWhatTheIntakeGets() throws IOException {
    environment.put("DD_LOGS_CONFIG_COMPRESSION_KIND", "zstd");

    handle(Events.cloudWatch("group", "s", "text"));

    assertThat(intake.requests("/api/v2/logs").get(0).headers())
        .containsEntry("Content-encoding", "zstd");
    assertThat(intake.logs()).hasSize(1);
  }

  @Test
  void handleRequest_secondOrganisation_getsItsCopy() throws IOException {
    try (RecordingIntake second = new RecordingIntake()) {
      String key = "f".repeat(32);
      environment.put("DD_ADDITIONAL_ENDPOINTS", "{\"" + second.url() + "\":[\"" + key + "\"]}");
      environment.put(
          "DD_APM_ADDITIONAL_ENDPOINTS", "{\"" + second.url() + "\":[\"" + key + "\"]}");
      environment.put(
          "DD_LOGS_CONFIG_ADDITIONAL_ENDPOINTS",
          "[{\"api_key\":\""
              + key
              + "\",\"Host\":\"127.0.0.1\",\"use_ssl\":false,\"Port\":"
              + second.environment().get("DD_PORT")
              + "}]");

      handle(Events.cloudWatch("group", "s", "plain", METRIC, TRACE));

      for (RecordingIntake each : new RecordingIntake[] {intake, second}) {
        assertThat(each.logs()).hasSize(1);
        assertThat(each.series()).hasSize(1);
        assertThat(each.traces()).hasSize(1);
      }
      assertThat(second.requests("/api/v2/logs").get(0).headers()).containsEntry("Dd-api-key", key);
    }
  }

  @Test
  void handleRequest_secondOrganisationThatMayFail_doesNotFailTheInvocation() throws IOException {
    environment.put(
        "DD_LOGS_CONFIG_ADDITIONAL_ENDPOINTS",
        "[{\"api_key\":\"x\",\"Host\":\"127.0.0.1\",\"Port\":1,\"is_reliable\":false}]");

    handle(Events.cloudWatch("group", "s", "plain"));

    assertThat(intake.logs()).hasSize(1);
    assertThat(context.logged()).contains("logs_failed=1");
  }

  @Test
  void handleRequest_intakeHangs_endsBeforeTheFunctionsTime() {
    intake.answer("/api/v2/logs", new Reply(202, Map.of(), 3_000));

    assertThatThrownBy(
            () ->
                handler()
                    .handleRequest(
                        new ByteArrayInputStream(Events.cloudWatch("group", "s", "text")),
                        answer,
                        context.withRemainingMillis(1_000)))
        .hasMessageContaining("1 logs: ");
  }

  private void handle(byte[] event) throws IOException {
    handler().handleRequest(new ByteArrayInputStream(event), answer, context);
  }

  private ForwarderHandler handler() {
    return new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {});
  }
}
