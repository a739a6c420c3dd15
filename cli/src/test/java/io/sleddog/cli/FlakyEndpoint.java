package io.sleddog.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before an emulator of AWS, which never fails: answers some calls as AWS does when it is
 * asked too often, and refuses those that change certain functions.
 */
final class FlakyEndpoint implements AutoCloseable {
  private static final int THROTTLED_OF = 4;
  private static final Set<String> NOT_PASSED_ON =
      Set.of("host", "connection", "content-length", "expect", "upgrade");

  private final URI emulator;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> refused = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicInteger throttled = new AtomicInteger();

  FlakyEndpoint(URI emulator) throws IOException {
    this.emulator = emulator;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Refuses every change of a function. */
  void refuse(String function, String error) {
    refused.put("/functions/" + function + "/configuration", error);
  }

  /** How many calls were told that there are too many. */
  int throttled() {
    return throttled.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      boolean isConfiguration =
          exchange.getRequestMethod().equals("PUT")
              && exchange.getRequestURI().getPath().endsWith("/configuration");
      String error = isConfiguration ? refusal(exchange) : "";
      boolean isChange = isConfiguration || target.endsWith(".PutSubscriptionFilter");
      if (!error.isEmpty()) {
        answer(exchange, error.startsWith("Precondition") ? 412 : 403, error);
      } else if (isChange && changes.incrementAndGet() % THROTTLED_OF == 0) {
        throttled.incrementAndGet();
        answer(
            exchange,
            isConfiguration ? 429 : 400,
            isConfiguration ? "TooManyRequestsException" : "ThrottlingException");
      } else {
        pass(exchange, body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String refusal(HttpExchange exchange) {
    String path = URI.create(exchange.getRequestURI().toString()).getPath();
    return refused.entrySet().stream()
        .filter(
            it ->
                path.endsWith(it.getKey())
                    || path.endsWith(it.getKey().replace("/functions/", ":function:")))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static void answer(HttpExchange exchange, int status, String error) throws IOException {
    byte[] body =
        ("{\"__type\":\"" + error + "\",\"message\":\"injected\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("x-amzn-errortype", error);
    exchange.getResponseHeaders().add("content-type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private void pass(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(emulator + exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(it -> request.header(name, it));
              }
            });
    HttpResponse<byte[]> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    answer
        .headers()
        .firstValue("content-type")
        .ifPresent(it -> exchange.getResponseHeaders().add("content-type", it));
    answer
        .headers()
        .firstValue("x-amzn-errortype")
        .ifPresent(it -> exchange.getResponseHeaders().add("x-amzn-errortype", it));
    exchange.sendResponseHeaders(
        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    if (answer.body().length > 0) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
