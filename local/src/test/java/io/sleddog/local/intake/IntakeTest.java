package io.sleddog.local.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.LogEntry;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
  private static final String LOGS =
      "[{\"message\":\"hello\",\"service\":\"orders\",\"ddtags\":\"env:local\",\"id\":\"1\",\"timestamp\":5}]";
  private static final String POINTS =
      "{\"series\":[{\"metric\":\"price\",\"points\":[[1700000000,[1,2.5]]],\"tags\":[\"a:b\"]}]}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<IntakeRequest> requests = new CopyOnWriteArrayList<>();
  private Intake intake;

  @BeforeEach
  void start() {
    intake = Intake.start(Clock.fixed(Instant.ofEpochMilli(7), ZoneOffset.UTC));
    intake.onRequest(requests::add);
  }

  @AfterEach
  void stop() {
    intake.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip", "deflate", "zstd"})
  void logs_everyEncoding_areRead(String encoding) throws Exception {
    int status = post("/api/v2/logs", encoding, packed(encoding, LOGS));

    assertThat(status).isEqualTo(202);
    LogEntry log = only().contents().logs().get(0);
    assertThat(log.message()).isEqualTo("hello");
    assertThat(log.service()).isEqualTo("orders");
    assertThat(log.tags()).isEqualTo("env:local");
    assertThat(log.id()).isEqualTo("1");
    assertThat(log.timestampMillis()).isEqualTo(5);
    assertThat(only().body().text()).isEqualTo(LOGS);
    assertThat(only().receivedAtMillis()).isEqualTo(7);
  }

  @Test
  void points_seriesWithTwoValues_areTwoPoints() throws Exception {
    post("/api/v1/distribution_points", "deflate", packed("deflate", POINTS));

    assertThat(only().contents().points())
        .containsExactly(
            new MetricPoint("price", 1, 1_700_000_000, List.of("a:b")),
            new MetricPoint("price", 2.5, 1_700_000_000, List.of("a:b")));
  }

  @Test
  void traces_bothShapes_areRead() throws Exception {
    post("/api/v0.2/traces", "identity", TraceBodies.agentPayload());
    post("/api/v0.2/traces", "identity", TraceBodies.tracePayload());

    Span inAgentPayload = requests.get(0).contents().spans().get(0);
    assertThat(inAgentPayload).isEqualTo(TraceBodies.span(2));
    Span inTracePayload = requests.get(1).contents().spans().get(0);
    assertThat(inTracePayload).isEqualTo(TraceBodies.span(null));
    assertThat(inTracePayload.traceIdHex()).isEqualTo("69203a5400000000c000000000000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v2/logs                | not json       | body is not JSON",
        "/api/v2/logs                | [1]            | a log must be an object",
        "/api/v1/distribution_points | {}             | distribution points need a list \"series\"",
        "/api/v1/distribution_points | {\"series\":[{\"metric\":\"a\",\"points\":[[\"x\",[1]]]}]} | a series needs \"metric\" and points of [seconds, [values]]",
        "/api/v0.2/traces            | O         | protobuf wire type 7 is unknown",
        "/api/v0.2/traces            | *Px | protobuf field of 80 bytes goes past the end"
      })
  void request_malformedBody_isRefusedWithTheReason(String path, String body, String reason)
      throws Exception {
    int status = post(path, "identity", body.getBytes(StandardCharsets.UTF_8));

    assertThat(status).isEqualTo(400);
    assertThat(only().problem()).isEqualTo(reason);
    assertThat(only().contents()).isEqualTo(Contents.NONE);
    assertThat(only().accepted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"gzip,body is not valid gzip", "br,content encoding br is unknown"})
  void request_undecodableBody_isRefused(String encoding, String reason) throws Exception {
    assertThat(post("/api/v2/logs", encoding, new byte[] {1, 2, 3})).isEqualTo(400);
    assertThat(only().problem()).isEqualTo(reason);
  }

  @Test
  void request_tenKilobytesThatUnpackToTooMuch_areRefused() throws Exception {
    byte[] bomb = Zstd.compress(new byte[Decompression.MAX_BYTES + 1]);

    assertThat(post("/api/v2/logs", "zstd", bomb)).isEqualTo(400);
    assertThat(only().problem()).startsWith("body is larger than");
  }

  @Test
  void request_apiKey_isMasked() throws Exception {
    post("/api/v2/logs", "identity", packed("identity", LOGS));

    assertThat(only().headers()).containsEntry("dd-api-key", "****cdef");
  }

  @Test
  void validate_anyKey_isValid() throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(uri("/api/v1/validate")).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"valid\":true}");
  }

  @Test
  void fault_status_holdsUntilItIsTakenAway() throws Exception {
    intake.fail(new Fault("/api/v2/logs", 503, Duration.ofMillis(1)));
    assertThat(post("/api/v2/logs", "identity", packed("identity", LOGS))).isEqualTo(503);
    assertThat(post("/api/v1/validate", "identity", new byte[0])).isEqualTo(202);

    intake.fail(null);
    assertThat(post("/api/v2/logs", "identity", packed("identity", LOGS))).isEqualTo(202);

    assertThat(requests).extracting(IntakeRequest::accepted).containsExactly(false, true, true);
    assertThat(requests.get(0).contents()).isEqualTo(Contents.NONE);
  }

  @Test
  void fault_statusZero_cutsTheConnection() {
    intake.fail(Fault.everywhere(0));

    assertThatThrownBy(() -> post("/api/v2/logs", "identity", packed("identity", LOGS)))
        .isInstanceOf(IOException.class);
    assertThat(requests).extracting(IntakeRequest::status).containsOnly(0);
  }

  private IntakeRequest only() {
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  private int post(String path, String encoding, byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Encoding", encoding)
            .header("DD-API-KEY", "0123456789abcdef0123456789abcdef")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private URI uri(String path) {
    return URI.create(intake.forwarderEnvironment().get("DD_API_URL") + path);
  }

  private static byte[] packed(String encoding, String text) throws IOException {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    switch (encoding) {
      case "gzip" -> write(new GZIPOutputStream(packed), plain);
      case "deflate" -> write(new DeflaterOutputStream(packed), plain);
      case "zstd" -> packed.writeBytes(Zstd.compress(plain));
      default -> packed.writeBytes(plain);
    }
    return packed.toByteArray();
  }

  private static void write(OutputStream out, byte[] plain) throws IOException {
    try (out) {
      out.write(plain);
    }
  }
}
