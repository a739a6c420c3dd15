package io.sleddog.cli.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The Invoke API of AWS Lambda on loopback: answers as it is told, and keeps what it was given. */
final class InvokeEndpoint implements AutoCloseable {
  private final HttpServer server;
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger throttles = new AtomicInteger();
  private int status = 200;
  private String answer = "null";
  private @Nullable String error;
  private @Nullable String id;

  InvokeEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Lets the function answer so. */
  void answers(String payload) {
    answer = payload;
  }

  /** Lets the function fail so. */
  void failsWith(String functionError, String payload) {
    error = functionError;
    answer = payload;
  }

  /** Lets AWS say which invocation it was. */
  void names(String invocation) {
    id = invocation;
  }

  /** Lets AWS refuse. */
  void refusesWith(int code, String body) {
    status = code;
    answer = body;
  }

  /** Lets AWS say so often that there are too many calls before it answers. */
  void throttles(int times) {
    throttles.set(times);
  }

  List<String> paths() {
    return paths;
  }

  List<String> events() {
    return events;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
      events.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      if (throttles.getAndDecrement() > 0) {
        send(exchange, 429, "TooManyRequestsException", "{\"message\":\"Rate exceeded\"}");
      } else if (status != 200) {
        send(exchange, status, "AccessDeniedException", answer);
      } else {
        if (id != null) {
          exchange.getResponseHeaders().add("x-amzn-RequestId", id);
        }
        if (error != null) {
          exchange.getResponseHeaders().add("X-Amz-Function-Error", error);
        }
        send(exchange, 200, null, answer);
      }
    }
  }

  private static void send(HttpExchange exchange, int code, @Nullable String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (type != null) {
      exchange.getResponseHeaders().add("x-amzn-ErrorType", type);
    }
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
