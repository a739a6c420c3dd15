package io.sleddog.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.testing.Rides;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {
  private final TripStore store = new TripStore(10_000_000);
  private final RecordingActions actions = new RecordingActions();
  private final PageServer server = PageServer.start(0, store, actions);
  private final URI root = URI.create(server.link().replaceAll("#.*", ""));
  private final String token = server.link().replaceAll(".*token=", "");
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/app.js, text/javascript",
    "/app.css, text/css",
    "/theme.js, text/javascript",
    "/icon.svg, image/svg+xml"
  })
  void get_aFile_hasItsTypeAndTheStrictHeaders(String path, String type) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-type")).startsWith(type);
    assertThat(header(answer, "content-security-policy"))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(header(answer, "cross-origin-resource-policy")).isEqualTo("same-origin");
  }

  @Test
  void get_withGzip_isPackedAndTheSame() throws Exception {
    HttpResponse<byte[]> packed =
        client.send(
            HttpRequest.newBuilder(root.resolve("/app.js"))
                .header("Accept-Encoding", "gzip")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());

    try (InputStream in =
        new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(get("/app.js").body());
    }
    assertThat(packed.body().length).isLessThan(100_000);
  }

  @Test
  void get_aFileTheBrowserHas_saysSoAlone() throws Exception {
    String tag = header(get("/app.css"), "etag");

    HttpResponse<String> again =
        send(HttpRequest.newBuilder(root.resolve("/app.css")).header("If-None-Match", tag));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void page_inAll_isWithinItsWeight() throws Exception {
    int bytes = 0;
    for (String file : List.of("/", "/app.js", "/app.css", "/theme.js", "/icon.svg")) {
      bytes += get(file).body().getBytes(StandardCharsets.UTF_8).length;
    }

    assertThat(bytes).isLessThan(300_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/../pom.xml",
        "/api/nothing",
        "/api/invocations/x",
        "/api/logs/9-9",
        "/api/lines/x",
        "/api/requests/1-99",
        "/api/traces/ff",
        "/api/traces/1/spans/2"
      })
  void get_whatIsNotThere_isRefusedWithARemedy(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Json.parse(answer.body()).path("remedy").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "127.0.0.1:1", "[::1]:1"})
  void any_underAnotherHostsName_isRefused(String host) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET /api/session HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://evil.example",
    "Origin, null"
  })
  void any_fromAnotherSite_isRefused(String name, String value) throws Exception {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(root.resolve("/api/session")).header(name, value));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void post_withoutTheToken_isRefusedAndDoesNothing() throws Exception {
    assertThat(get("/api/session/file").statusCode()).as("it is not masked").isEqualTo(403);
    HttpRequest.Builder bare =
        HttpRequest.newBuilder(root.resolve("/api/invoke"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"));

    assertThat(send(bare).statusCode()).isEqualTo(403);
    assertThat(send(bare.header("X-Sleddog-Token", "0".repeat(32))).statusCode()).isEqualTo(403);
    assertThat(actions.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "invoke | {\"function\":\"orders\",\"event\":\"{}\",\"times\":3} | 200 | invoke orders {} ×3",
        "invoke | {\"function\":\"orders\",\"event\":\"{}\",\"times\":99999} | 200 | invoke orders {} ×1000",
        "invoke | {\"function\":\"orders\",\"event\":\"{nope\"} | 400 |",
        "invoke | {\"function\":\"nobody\",\"event\":\"{}\"} | 404 |",
        "invoke | not json | 400 |",
        "functions/orders/cold | {} | 200 | cold orders",
        "intake | {\"mode\":\"status\",\"status\":503} | 200 | intake status 503 0",
        "intake | {\"mode\":\"latency\",\"latencyMs\":200} | 200 | intake latency 503 200",
        "intake | {\"mode\":\"melt\"} | 400 |",
        "intake | {\"mode\":\"status\",\"status\":202} | 400 |",
        "nothing | {} | 404 |",
      })
  void post_anAction_isAskedForOrRefused(String path, String body, int status, String asked)
      throws Exception {
    assertThat(post(path, body).statusCode()).isEqualTo(status);
    assertThat(actions.asked()).isEqualTo(asked == null ? List.of() : List.of(asked));
  }

  @Test
  void post_replay_sendsTheEventAsItWasAndNotMasked() throws Exception {
    store.put(Rides.ok("orders", 1));

    post("invocations/" + Rides.id(1) + "/replay", "{}");

    assertThat(actions.asked()).singleElement().asString().contains("Bearer abc");
  }

  @Test
  void post_tooMuch_isRefused() throws Exception {
    assertThat(post("invoke", "x".repeat(8_000_001)).statusCode()).isEqualTo(413);
  }

  @Test
  void put_isNotServed() throws Exception {
    HttpRequest.Builder put =
        HttpRequest.newBuilder(root.resolve("/api/session"))
            .header("X-Sleddog-Token", token)
            .PUT(HttpRequest.BodyPublishers.ofString("{}"));

    assertThat(send(put).statusCode()).isEqualTo(405);
  }

  @Test
  void stream_aRideThatIsNew_comesAsARow() throws Exception {
    String after = json("/api/invocations").path("after").asText();
    store.put(Rides.ok("orders", 1));

    List<String> event = event("/api/stream?after=" + after);

    assertThat(event).contains("event: tick");
    JsonNode tick = Json.parse(event.get(2).substring("data: ".length()));
    assertThat(tick.path("rows").get(0).get(0).asText()).isEqualTo(Rides.id(1));
    assertThat(tick.path("totals").path("invocations").asInt()).isEqualTo(1);
  }

  @Test
  void stream_afterABreak_resumesWhereItWas() throws Exception {
    String after = json("/api/invocations").path("after").asText();
    store.put(Rides.ok("orders", 1));
    String seen = event("/api/stream?after=" + after).get(0).substring("id: ".length());
    store.put(Rides.ok("orders", 2));

    assertThat(event("/api/stream?after=" + seen).get(2))
        .contains(Rides.id(2))
        .doesNotContain(Rides.id(1));
  }

  @Test
  void stream_fromAnEarlierRun_isToldToBeginAnew() throws Exception {
    assertThat(event("/api/stream?after=0badcafe.7")).contains("event: reset");
  }

  @Test
  void stream_oneTooMany_isTold() throws Exception {
    String after = json("/api/invocations").path("after").asText();
    List<InputStream> open = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      InputStream one = stream("/api/stream?after=" + after);
      assertThat(one.read()).as("its first comment").isEqualTo(':');
      open.add(one);
    }

    assertThat(event("/api/stream?after=" + after)).contains("event: full");
    for (InputStream one : open) {
      one.close();
    }
  }

  private List<String> event(String path) throws Exception {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream(path), StandardCharsets.UTF_8))) {
      List<String> event = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && !event.isEmpty()) {
          return event;
        } else if (!line.isEmpty() && !line.startsWith(":")) {
          event.add(line);
        }
      }
      return event;
    }
  }

  private InputStream stream(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(root.resolve(path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  private JsonNode json(String path) throws Exception {
    return Json.parse(get(path).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(root.toString().replaceAll("/$", "") + path)));
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(root.resolve("/api/" + path))
            .header("X-Sleddog-Token", token)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void sessionFile_savedAndOpened_isShownBesideTheLiveOne() throws Exception {
    store.put(Rides.ok("orders", 1));
    String file = saved("");
    store.put(Rides.ok("orders", 2));

    HttpResponse<String> opened = upload("monday.jsonl", file);

    assertThat(Json.parse(opened.body()).path("name").asText()).isEqualTo("monday.jsonl");
    JsonNode kept = Json.parse(get("/api/invocations?session=monday.jsonl").body());
    assertThat(kept.path("rows")).hasSize(1);
    assertThat(Json.parse(get("/api/invocations").body()).path("rows")).hasSize(2);
    JsonNode head = Json.parse(get("/api/session?session=monday.jsonl").body());
    assertThat(head.path("capabilities").toString()).isEqualTo("[\"save\"]");
    assertThat(saved("?session=monday.jsonl")).isEqualTo(file);
  }

  @Test
  void sessionFile_thatIsNone_isRefused() throws Exception {
    assertThat(upload("x", "nonsense").statusCode()).isEqualTo(400);
    assertThat(get("/api/invocations?session=unknown").statusCode()).isEqualTo(404);
    assertThat(get("/api/session/file").statusCode()).as("it is not masked").isEqualTo(403);
    HttpRequest.Builder bare = HttpRequest.newBuilder(root.resolve("/api/session/file"));
    assertThat(send(bare.POST(HttpRequest.BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(403);
  }

  @Test
  void sessionFiles_ofTooMany_theOldestGoes() throws Exception {
    String empty = saved("");
    for (int i = 0; i < 5; i++) {
      upload("file" + i, empty);
    }

    assertThat(get("/api/session?session=file0").statusCode()).isEqualTo(404);
    assertThat(get("/api/session?session=file4").statusCode()).isEqualTo(200);
  }

  private String saved(String query) throws Exception {
    URI address = root.resolve("/api/session/file" + query);
    return send(HttpRequest.newBuilder(address).header("X-Sleddog-Token", token)).body();
  }

  private HttpResponse<String> upload(String name, String text) throws Exception {
    return send(
        HttpRequest.newBuilder(root.resolve("/api/session/file?name=" + name))
            .header("X-Sleddog-Token", token)
            .POST(HttpRequest.BodyPublishers.ofString(text)));
  }
}
