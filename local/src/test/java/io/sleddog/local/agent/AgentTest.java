package io.sleddog.local.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.MetricPoint;
import io.sleddog.local.model.Span;
import io.sleddog.local.model.UserProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgentTest {
  private static final Map<String, Object> SPAN =
      Map.of(
          "service",
          "web",
          "name",
          "http.request",
          "resource",
          "GET /",
          "trace_id",
          BigInteger.TWO.pow(63),
          "span_id",
          2,
          "start",
          3,
          "duration",
          4,
          "error",
          1,
          "meta",
          Map.of("a", "b"),
          "metrics",
          Map.of("size", 1.5));

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<IntakeRequest> requests = new LinkedBlockingQueue<>();
  private Agent agent;

  @BeforeEach
  void start() {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(9), ZoneOffset.UTC);
    agent = Agent.start(AgentPorts.free(), clock, requests::add);
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/v0.3/traces,'OK\n'",
    "/v0.4/traces,'{\"rate_by_service\":{\"service:,env:\":1.0}}'"
  })
  void traces_plain_areRead(String path, String answer) throws Exception {
    HttpResponse<String> reply =
        send(path, "application/msgpack", Packed.of(List.of(List.of(SPAN))));

    assertThat(reply.body()).isEqualTo(answer);
    assertThat(reply.headers().firstValue("Datadog-Agent-Version")).contains("7.70.0");
    assertThat(only().contents().spans()).containsExactly(span(Map.of("a", "b"), null));
  }

  @Test
  void traces_json_areRead() throws Exception {
    String json = "[[{\"trace_id\":1,\"service\":\"web\",\"type\":null}]]";
    assertThat(send("/v0.4/traces", "application/json", bytes(json)).statusCode()).isEqualTo(200);
    assertThat(only().contents().spans()).extracting(Span::service).containsExactly("web");
  }

  @ParameterizedTest
  @CsvSource({"gzip,200", "deflate,400", "br,400"})
  void traces_packed_areReadIfTheyAreWhatTheySay(String encoding, int status) throws Exception {
    byte[] packed = gzip(Packed.of(List.of(List.of(SPAN))));
    URI uri = URI.create("http://127.0.0.1:" + port(Inlet.TRACES) + "/v0.4/traces");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/msgpack")
            .header("Content-Encoding", encoding)
            .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(packed)))
            .build();

    HttpResponse<String> reply = http.send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(only().contents().spans()).hasSize(status == 200 ? 1 : 0);
  }

  @Test
  void traces_packedBomb_isRefusedForItsSize() throws Exception {
    byte[] packed = gzip(new byte[TraceServer.MOST_BYTES + 1]);
    URI uri = URI.create("http://127.0.0.1:" + port(Inlet.TRACES) + "/v0.4/traces");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/msgpack")
            .header("Content-Encoding", "gzip")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(packed))
            .build();

    assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(413);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  @Test
  void traces_v05_textsComeFromTheTable() throws Exception {
    List<Object> span =
        List.of(1, 2, 3, BigInteger.TWO.pow(63), 2, 0, 3, 4, 1, Map.of(4, 5), Map.of(6, 1.5), 0);
    List<String> table = List.of("", "web", "http.request", "GET /", "a", "b", "size");
    send("/v0.5/traces", "application/msgpack", Packed.of(List.of(table, List.of(List.of(span)))));

    assertThat(only().contents().spans()).containsExactly(span(Map.of("a", "b"), null));
  }

  @Test
  void traces_v07_spansInheritTagsAndPriority() throws Exception {
    Map<String, Object> chunk = Map.of("priority", 2, "spans", List.of(SPAN));
    send(
        "/v0.7/traces",
        "application/msgpack",
        Packed.of(Map.of("env", "dev", "chunks", List.of(chunk))));

    assertThat(only().contents().spans()).containsExactly(span(Map.of("a", "b", "env", "dev"), 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v0.4/traces | application/json    | 400 | [[1]]                   | trace 0, span 0 is not a map",
        "/v0.4/traces | application/json    | 400 | {}                      | the body must be a list",
        "/v0.4/traces | application/json    | 400 | [[{\"service\":1}]]     | trace 0, span 0: \"service\" must be text",
        "/v0.4/traces | application/json    | 400 | [[{\"start\":\"x\"}]]   | trace 0, span 0: \"start\" must be a whole number",
        "/v0.4/traces | application/json    | 400 | [[{\"meta\":{\"a\":1}}]] | trace 0, span 0: \"meta.a\" must be text",
        "/v0.4/traces | application/msgpack | 400 | \u00c1                  | body is not valid msgpack, or ends early",
        "/v0.5/traces | application/msgpack | 400 | x                       | the body must be a list",
        "/v0.7/traces | application/msgpack | 400 | x                       | the body must be a map",
        "/v0.5/traces | application/json    | 415 | []                      | The content type of traces must be application/msgpack on this path."
      })
  void traces_malformed_areRefusedWithTheReason(
      String path, String type, int status, String body, String reason) throws Exception {
    byte[] sent = body.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(send(path, type, sent).statusCode()).isEqualTo(status);
    assertThat(only().problem()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "/v0.6/stats,200",
    "/v0.7/config,200",
    "/v1.0/traces,404",
    "/evp_proxy/v2/x,200",
    "/telemetry/proxy/api/v2/apmtelemetry,202",
    "/info,200"
  })
  void otherPaths_areDiscardedOrNotServed(String path, int status) throws Exception {
    assertThat(send(path, "text/plain", bytes("x")).statusCode()).isEqualTo(status);
    assertThat(requests).isEmpty();
  }

  @Test
  void dogstatsd_datagrams_areToldOf() throws Exception {
    try (DatagramSocket socket = new DatagramSocket()) {
      byte[] line = bytes("a:1|c|#b:c\nbad");
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      socket.send(new DatagramPacket(line, line.length, loopback, port(Inlet.DOGSTATSD)));
    }
    IntakeRequest request = only();
    assertThat(request.contents().points())
        .containsExactly(new MetricPoint("a", 1, 9, List.of("b:c")));
    assertThat(request.problem()).isEqualTo("line 2: a metric must be name:value|type");
  }

  @ParameterizedTest
  @EnumSource
  void start_chosenPortTaken_saysWhichAndWhatToDo(Inlet inlet) {
    AgentPorts ports = new AgentPorts(Map.of(inlet, port(inlet)));
    assertThatThrownBy(() -> Agent.start(ports, Clock.systemUTC(), requests::add))
        .hasMessageContaining("Port " + port(inlet))
        .isInstanceOfSatisfying(
            UserProblem.class, taken -> assertThat(taken.remedy()).contains(inlet.option()));
  }

  @Test
  void start_customaryPortTaken_goesOnWithoutIt() {
    AgentPorts customary = new AgentPorts(Map.of(), agent.ports());
    try (Agent second = Agent.start(customary, Clock.systemUTC(), requests::add)) {
      assertThat(second.taken()).isEqualTo(agent.ports());
      assertThat(second.ports()).isEmpty();
    }
  }

  private int port(Inlet inlet) {
    return agent.ports().getOrDefault(inlet, 0);
  }

  private static Span span(Map<String, String> meta, @Nullable Integer priority) {
    return new Span(
        Long.MIN_VALUE,
        2,
        0,
        "web",
        "http.request",
        "GET /",
        "",
        3,
        4,
        1,
        meta,
        Map.of("size", 1.5),
        priority);
  }

  private IntakeRequest only() throws InterruptedException {
    IntakeRequest request = requests.poll(10, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }

  private HttpResponse<String> send(String path, String type, byte[] body) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port(Inlet.TRACES) + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", type)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
