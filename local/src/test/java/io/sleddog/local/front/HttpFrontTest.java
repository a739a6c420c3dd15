package io.sleddog.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.aws.Inbox;
import io.sleddog.local.json.Json;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.InvocationStatus;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Route;
import io.sleddog.local.testing.Executions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpFrontTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1_800_000_000_000L), ZoneOffset.UTC);

  private final OneFunction function = new OneFunction();
  private final HttpFront front = front(Shape.HTTP_API);
  private final URI root = URI.create(front.address());
  private final HttpClient client = HttpClient.newHttpClient();

  private HttpFront front(Shape shape) {
    List<Route> routes =
        List.of(
            Route.of(Route.Source.HTTP, "POST /orders/{id}", "shop"),
            Route.of(Route.Source.REST, "ANY /rest/{id}", "shop"));
    return HttpFront.start(
        0, new HttpFront.Backstage(routes, List.of("shop"), function), shape, CLOCK);
  }

  @AfterEach
  void close() {
    front.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(root.resolve(path)));
  }

  @Test
  void request_isAnEventOfAnHttpApi() throws Exception {
    send(
        HttpRequest.newBuilder(root.resolve("/orders/7?size=large&tag=a&tag=b&empty"))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Cookie", "session=1; theme=dark")
            .header("X-Twice", "a")
            .header("X-Twice", "b")
            .header("User-Agent", "test")
            .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}")));

    JsonNode event = function.event();
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("POST /orders/{id}");
    assertThat(event.path("rawPath").asText()).isEqualTo("/orders/7");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("size=large&tag=a&tag=b&empty");
    assertThat(event.path("queryStringParameters").toString())
        .isEqualTo("{\"size\":\"large\",\"tag\":\"a,b\",\"empty\":\"\"}");
    assertThat(event.path("cookies").toString()).isEqualTo("[\"session=1\",\"theme=dark\"]");
    assertThat(event.path("headers").has("cookie")).isFalse();
    assertThat(event.at("/headers/x-twice").asText().replace(" ", "")).isEqualTo("a,b");
    assertThat(event.at("/pathParameters/id").asText()).isEqualTo("7");
    assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
    assertThat(event.at("/requestContext/http/userAgent").asText()).isEqualTo("test");
    assertThat(event.at("/requestContext/timeEpoch").asLong()).isEqualTo(1_800_000_000_000L);
    assertThat(event.at("/requestContext/time").asText()).isEqualTo("15/Jan/2027:08:00:00 +0000");
    assertThat(event.path("body").asText()).isEqualTo("{\"a\":1}");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
  }

  @Test
  void request_ofARestApi_isItsEvent() throws Exception {
    send(
        HttpRequest.newBuilder(root.resolve("/rest/a%20b?tag=a&tag=b&empty"))
            .header("content-type", "application/json")
            .header("X-Twice", "a")
            .header("X-Twice", "b")
            .header("User-Agent", "test")
            .PUT(HttpRequest.BodyPublishers.ofString("{}")));

    JsonNode event = function.event();
    assertThat(event.has("version")).isFalse();
    assertThat(event.path("resource").asText()).isEqualTo("/rest/{id}");
    assertThat(event.path("path").asText()).isEqualTo("/rest/a%20b");
    assertThat(event.path("httpMethod").asText()).isEqualTo("PUT");
    assertThat(event.at("/pathParameters/id").asText()).isEqualTo("a b");
    assertThat(event.at("/headers/Content-Type").asText()).isEqualTo("application/json");
    assertThat(event.at("/headers/X-Twice").asText()).isEqualTo("b");
    assertThat(event.at("/multiValueHeaders/X-Twice").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(event.path("queryStringParameters").toString())
        .isEqualTo("{\"tag\":\"b\",\"empty\":\"\"}");
    assertThat(event.at("/multiValueQueryStringParameters/tag").toString())
        .isEqualTo("[\"a\",\"b\"]");
    assertThat(event.at("/requestContext/resourcePath").asText()).isEqualTo("/rest/{id}");
    assertThat(event.at("/requestContext/path").asText()).isEqualTo("/prod/rest/a%20b");
    assertThat(event.at("/requestContext/identity/userAgent").asText()).isEqualTo("test");
    assertThat(event.at("/requestContext/requestTimeEpoch").asLong()).isEqualTo(1_800_000_000_000L);
    assertThat(event.path("body").asText()).isEqualTo("{}");
    assertThat(event.path("stageVariables").isNull()).isTrue();
  }

  @Test
  void request_ofARestApiWithoutQueryAndBody_hasNullsThere() throws Exception {
    get("/rest/7");

    assertThat(function.event().path("queryStringParameters").isNull()).isTrue();
    assertThat(function.event().path("multiValueQueryStringParameters").isNull()).isTrue();
    assertThat(function.event().path("body").isNull()).isTrue();
    assertThat(function.event().path("isBase64Encoded").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"statusCode\":201,\"body\":\"x\"} | 201 | x",
        "{\"body\":\"x\"} | 200 | x",
        "{\"statusCode\":\"oops\"} | 502 | Internal Server Error",
        "{} | 502 | Internal server error",
        "{\"statusCode\":200,\"other\":1} | 502 | Internal server error",
        "\"text\" | 502 | Internal server error",
        "null | 502 | Internal server error",
      })
  void answer_ofARestApi_isOfTheProxysFormOrRefused(String answer, int status, String text)
      throws Exception {
    function.answers(answer);

    HttpResponse<String> response = get("/rest/7");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(text);
  }

  @Test
  void request_withBytes_isInBase64() throws Exception {
    send(
        HttpRequest.newBuilder(root)
            .header("Content-Type", "image/png")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[] {1, 2})));

    assertThat(function.event().path("body").asText()).isEqualTo("AQI=");
    assertThat(function.event().path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void request_ofAUrl_hasItsDomain() throws Exception {
    try (HttpFront url = front(Shape.FUNCTION_URL)) {
      client.send(
          HttpRequest.newBuilder(URI.create(url.address())).build(),
          HttpResponse.BodyHandlers.ofString());
    }

    assertThat(function.event().at("/requestContext/domainName").asText())
        .endsWith(".lambda-url.us-east-1.on.aws");
    assertThat(function.event().path("routeKey").asText()).isEqualTo("$default");
    assertThat(function.event().has("body")).isFalse();
  }

  @Test
  void answer_withStatusHeadersAndCookies_isMapped() throws Exception {
    function.answers(
        "{\"statusCode\":201,\"headers\":{\"Content-Type\":\"image/png\",\"X-A\":\"1\","
            + "\"Bad\\nName\":\"x\",\"X-Bad\":\"a\\r\\nSet-Cookie: stolen\",\"Content-Length\":5},"
            + "\"multiValueHeaders\":{\"X-B\":[\"1\",\"2\"]},"
            + "\"cookies\":[\"a=1; Secure\",\"b=2\"],\"body\":\"AQI=\",\"isBase64Encoded\":true}");

    HttpResponse<byte[]> answer =
        client.send(HttpRequest.newBuilder(root).build(), HttpResponse.BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).containsExactly(1, 2);
    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1; Secure", "b=2");
    assertThat(answer.headers().allValues("x-b")).containsExactly("1", "2");
    assertThat(answer.headers().firstValue("x-a")).contains("1");
    assertThat(answer.headers().firstValue("x-bad")).isEmpty();
    assertThat(answer.headers().firstValue("content-type")).contains("image/png");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1} | 200 | application/json | {\"a\":1}",
        "\"text\" | 200 | application/json | \"text\"",
        "null | 200 | application/json | null",
        "{\"statusCode\":204} | 204 | text/plain;charset=UTF-8 | ''",
        "{\"statusCode\":200,\"body\":\"hi\"} | 200 | text/plain;charset=UTF-8 | hi",
        "{\"statusCode\":200,\"body\":{\"a\":1}} | 200 | text/plain;charset=UTF-8 | {\"a\":1}",
        "{\"statusCode\":\"404\",\"body\":\"x\"} | 404 | text/plain;charset=UTF-8 | x",
        "{\"statusCode\":7} | 500 | application/json | {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\":\"x\"} | 500 | application/json | {\"message\":\"Internal Server Error\"}"
      })
  void answer_ofAnyForm_isAnAnswer(String payload, int status, String type, String body)
      throws Exception {
    function.answers(payload);

    HttpResponse<String> answer = get("/");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains(type);
    assertThat(answer.body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({"ERROR, 500", "CRASH, 500", "TIMEOUT, 503"})
  void failure_isTheGatewaysOwnAnswer(InvocationStatus ending, int status) throws Exception {
    function.ends(ending);

    assertThat(get("/").statusCode()).isEqualTo(status);
  }

  @Test
  void head_hasNoBody() throws Exception {
    function.answers("{\"statusCode\":200,\"body\":\"hi\"}");

    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(root).method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void request_ofAnotherSiteOrName_isRefused() throws Exception {
    assertThat(send(HttpRequest.newBuilder(root).header("Sec-Fetch-Site", "cross-site")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(403);
    assertThat(statusFor("evil.example.com")).contains(" 403 ");
    assertThat(statusFor("localhost.evil.com")).contains(" 403 ");
    assertThat(statusFor("shop.localhost:" + root.getPort())).contains(" 200 ");
  }

  private String statusFor(String host) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort())) {
      String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }

  @Test
  void request_largerThanAnEvent_isRefused() throws Exception {
    HttpRequest.BodyPublisher body =
        HttpRequest.BodyPublishers.ofByteArray(new byte[(6 << 20) + 1]);

    assertThat(send(HttpRequest.newBuilder(root).POST(body)).statusCode()).isEqualTo(413);
  }

  /** Answers what it is told to, and keeps the event. */
  private static final class OneFunction implements Inbox {
    private String answer = "{}";
    private InvocationStatus ending = InvocationStatus.SUCCESS;
    private JsonNode event = Json.object();

    void answers(String payload) {
      answer = payload;
    }

    void ends(InvocationStatus status) {
      ending = status;
    }

    JsonNode event() {
      return event;
    }

    @Override
    public Optional<Invocation> call(String name, Payload sent, @Nullable String context) {
      event = Json.parse(sent.text());
      Invocation any = Executions.invocation(name, sent.text(), ending, null);
      return Optional.of(
          new Invocation(
              any.requestId(),
              name,
              sent,
              Payload.of(answer),
              ending,
              null,
              any.timing(),
              any.maxMemoryMb()));
    }

    @Override
    public void take(String name, Payload sent, Consumer<Invocation> after) {
      throw new IllegalStateException("a request waits for its answer");
    }

    @Override
    public void lost(String where) {
      throw new IllegalStateException("a request is never lost");
    }
  }
}
