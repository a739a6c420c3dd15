package io.sleddog.local.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.local.model.IntakeRequest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpServerTest {
  private static final String SPAN =
      "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":\"a\",\"spanId\":"
          + "\"00000000000000ff\",\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"}]}]}]}";

  private final BlockingQueue<IntakeRequest> requests = new LinkedBlockingQueue<>();
  private final OtlpServer server = OtlpServer.start(0, Clock.systemUTC(), requests::add);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void post_json_isTakenAndAnsweredInKind() throws Exception {
    HttpResponse<String> answer = post("/v1/traces", "application/json; charset=utf-8", "", SPAN);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(only().contents().spans()).hasSize(1);
  }

  @Test
  void post_gzip_isUnpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(SPAN.getBytes(StandardCharsets.UTF_8));
    }
    String body = packed.toString(StandardCharsets.ISO_8859_1);

    assertThat(post("/v1/traces", "application/json", "gzip", body).statusCode()).isEqualTo(200);
    assertThat(only().body().text()).isEqualTo(SPAN);
  }

  @Test
  void post_badItemAmongGood_isPartialSuccess() throws Exception {
    String body = SPAN.replace("[{\"name\"", "[{\"traceId\":\"00\"},{\"name\"");
    HttpResponse<String> answer = post("/v1/traces", "application/json", "", body);

    assertThat(answer.body()).contains("\"rejectedSpans\":\"1\"", "a span's traceId");
    IntakeRequest request = only();
    assertThat(request.contents().spans()).hasSize(1);
    assertThat(request.problem()).startsWith("1 items cannot be read: a span's traceId");
  }

  @Test
  void post_unpackedTooLarge_isRefusedBeforeItIsRead() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(new byte[OtlpIntake.MOST_BYTES + 1]);
    }
    String body = packed.toString(StandardCharsets.ISO_8859_1);

    assertThat(post("/v1/logs", "application/json", "gzip", body).statusCode()).isEqualTo(413);
    assertThat(only().body().size()).isZero();
  }

  @Test
  void post_secrets_areNotKept() throws Exception {
    HttpRequest.Builder request =
        request("/v1/traces", "application/json", "", SPAN).header("Authorization", "Bearer x");
    http.send(request.build(), HttpResponse.BodyHandlers.ofString());

    assertThat(only().headers()).doesNotContainKey("authorization");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/traces   | application/json       |      | {    | 400 | {\"code\":3,\"message\":\"the"
            + " body is no JSON",
        "/v1/metrics  | application/x-protobuf |      | abc  | 400 | protobuf",
        "/v1/logs     | application/json       | gzip | {}   | 400 | body is not valid gzip",
        "/v1/logs     | text/plain             |      | {}   | 415 | The content type must be",
        "/v1/logs     | application/json       | br   | {}   | 415 | The content encoding must be",
        "/v1/profiles | application/json       |      | {}   | 404 | Only /v1/traces"
      })
  void post_whatCannotBeTaken_isRefusedWithTheReason(
      String path, String type, String encoding, String body, int status, String reason)
      throws Exception {
    HttpResponse<String> answer = post(path, type, encoding == null ? "" : encoding, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(reason);
  }

  @Test
  void get_isNotAllowed() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/v1/traces");
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
  }

  @Test
  void post_fromAWebPage_isRefused() throws Exception {
    HttpRequest.Builder request =
        request("/v1/traces", "application/json", "", SPAN).header("Origin", "https://evil");
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(requests).isEmpty();
  }

  private HttpResponse<String> post(String path, String type, String encoding, String body)
      throws Exception {
    return http.send(
        request(path, type, encoding, body).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String type, String encoding, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
    return encoding.isEmpty() ? request : request.header("Content-Encoding", encoding);
  }

  private IntakeRequest only() throws InterruptedException {
    IntakeRequest request = requests.poll(10, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }
}
