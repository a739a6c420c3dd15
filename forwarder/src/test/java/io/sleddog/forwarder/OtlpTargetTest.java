package io.sleddog.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.forwarder.batch.Kind;
import io.sleddog.forwarder.config.ConfigException;
import io.sleddog.forwarder.config.ForwarderConfig;
import io.sleddog.forwarder.fixture.Events;
import io.sleddog.forwarder.fixture.FakeContext;
import io.sleddog.forwarder.fixture.Fault;
import io.sleddog.forwarder.fixture.FaultyIntake;
import io.sleddog.forwarder.fixture.OtlpProto;
import io.sleddog.forwarder.fixture.RecordingIntake;
import io.sleddog.forwarder.fixture.RecordingIntake.Request;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An OpenTelemetry collector as a target, beside Datadog or alone. */
class OtlpTargetTest {
  private static final String METRIC = "{\"m\":\"orders\",\"v\":2,\"e\":1583425836,\"t\":[]}";
  private static final String TRACE =
      "{\"traces\":[[{\"trace_id\":\"1f\",\"span_id\":\"2\",\"parent_id\":\"0\",\"name\":\"n\"}]]}";

  private final RecordingIntake datadog = new RecordingIntake();
  private final RecordingIntake collector = new RecordingIntake();
  private final Map<String, String> environment = datadog.environment();
  private final FakeContext context = new FakeContext();

  OtlpTargetTest() {
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url() + "/");
  }

  @AfterEach
  void stop() {
    datadog.close();
    collector.close();
  }

  @Test
  void handleRequest_collector_getsAllThreeKinds() throws IOException {
    environment.put("OTEL_EXPORTER_OTLP_HEADERS", "x-key=a%20b, y=c+d");

    handle(Events.cloudWatch("/aws/lambda/orders", "s", "plain", METRIC, TRACE));

    Request logs = collector.requests("/v1/logs").get(0);
    assertThat(logs.headers())
        .containsEntry("Content-type", "application/x-protobuf")
        .containsEntry("Content-encoding", "gzip")
        .containsEntry("X-key", "a b")
        .containsEntry("Y", "c+d")
        .doesNotContainKey("Dd-api-key");
    assertThat(OtlpProto.read(Kind.LOGS, logs.body()).toString()).contains("\"plain\"");
    Request traces = collector.requests("/v1/traces").get(0);
    assertThat(OtlpProto.read(Kind.TRACES, traces.body()).toString())
        .contains("\"traceId\":\"0000000000000000000000000000001f\"");
    assertThat(collector.requests("/v1/metrics"))
        .anyMatch(
            request ->
                OtlpProto.read(Kind.METRICS, request.body()).toString().contains("\"orders\""));
    assertThat(datadog.logs()).hasSize(1);
    assertThat(datadog.traces()).hasSize(1);
  }

  @Test
  void handleRequest_json_isTheOtherForm() throws IOException {
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json");
    environment.put("OTEL_EXPORTER_OTLP_COMPRESSION", "none");

    handle(Events.cloudWatch("/aws/lambda/orders", "s", "plain"));

    Request logs = collector.requests("/v1/logs").get(0);
    assertThat(logs.headers())
        .containsEntry("Content-type", "application/json")
        .doesNotContainKey("Content-encoding");
    JsonNode body = Events.MAPPER.readTree(logs.body().text());
    assertThat(body.at("/resourceLogs/0/scopeLogs/0/logRecords/0/body/stringValue").asText())
        .isEqualTo("plain");
  }

  @Test
  void handleRequest_collectorAlone_needsNoKey() throws IOException {
    environment.put("SLEDDOG_DATADOG", "false");
    environment.remove("DD_API_KEY");

    handle(Events.cloudWatch("group", "s", "plain", METRIC));

    assertThat(collector.requests("/v1/logs")).hasSize(1);
    assertThat(datadog.requests("/api/v2/logs")).isEmpty();
    assertThat(datadog.requests("/api/v1/distribution_points")).isEmpty();
    assertThat(context.logged()).contains("logs_forwarded=1");
  }

  @Test
  void handleRequest_addressOfOneKind_isUsedAsItIs() throws IOException {
    environment.remove("OTEL_EXPORTER_OTLP_ENDPOINT");
    environment.put("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", collector.url() + "/my/path");

    handle(Events.cloudWatch("/aws/lambda/orders", "s", "plain", TRACE));

    assertThat(collector.requests("/my/path")).hasSize(1);
    assertThat(collector.requests("/v1/logs")).isEmpty();
  }

  @Test
  void handleRequest_collectorIsGone_failsTheInvocation() {
    collector.close();

    assertThatThrownBy(() -> handle(Events.cloudWatch("group", "s", "plain")))
        .isInstanceOf(DeliveryFailedException.class)
        .hasMessageContaining("1 logs: no connection at " + collector.url() + "/v1/logs");
    assertThat(datadog.logs()).hasSize(1);
  }

  @Test
  void handleRequest_collectorRejectsSome_countsThemAndDoesNotSendThemAgain() throws IOException {
    try (FaultyIntake rejecting = new FaultyIntake()) {
      rejecting.always(
          Fault.body("{\"partialSuccess\":{\"rejectedLogRecords\":\"2\",\"errorMessage\":\"x\"}}"));
      environment.put("SLEDDOG_DATADOG", "false");
      environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json");
      environment.remove("OTEL_EXPORTER_OTLP_ENDPOINT");
      String url = "http://127.0.0.1:" + rejecting.port() + "/v1/logs";
      environment.put("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", url);

      handle(Events.cloudWatch("group", "s", "one", "two", "three"));

      assertThat(context.logged())
          .contains("logs_forwarded=1", "logs_failed=2", "2 logs: rejected at " + url);
      assertThat(rejecting.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_EXPORTER_OTLP_ENDPOINT, collector:4318, does not begin with https://",
    "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT, x, does not begin with https://",
    "OTEL_EXPORTER_OTLP_PROTOCOL, grpc, is neither http/protobuf nor http/json",
    "OTEL_EXPORTER_OTLP_COMPRESSION, zstd, is neither gzip nor none",
    "OTEL_EXPORTER_OTLP_HEADERS, secret, is not a list of name=value"
  })
  void from_wrongValue_namesTheVariable(String name, String value, String problem) {
    environment.put(name, value);

    assertThatThrownBy(() -> ForwarderConfig.from(environment))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(name + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void from_noTargetAtAll_isAProblem() {
    environment.remove("OTEL_EXPORTER_OTLP_ENDPOINT");
    environment.put("SLEDDOG_DATADOG", "false");

    assertThatThrownBy(() -> ForwarderConfig.from(environment))
        .hasMessageContaining("SLEDDOG_DATADOG: ")
        .hasMessageContaining("OTEL_EXPORTER_OTLP_ENDPOINT");
  }

  @Test
  void toString_config_hidesHeaders() {
    environment.put("OTEL_EXPORTER_OTLP_HEADERS", "x-key=hush");

    assertThat(ForwarderConfig.from(environment).toString()).doesNotContain("hush");
  }

  private void handle(byte[] event) throws IOException {
    new ForwarderHandler(ForwarderConfig.from(environment), "test_function", millis -> {})
        .handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), context);
  }
}
