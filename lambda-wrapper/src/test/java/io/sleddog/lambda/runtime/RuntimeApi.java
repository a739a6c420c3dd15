package io.sleddog.lambda.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** As much of the Lambda Runtime API as the runtime interface client asks for, on loopback. */
final class RuntimeApi implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Invocation> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> results = new LinkedBlockingQueue<>();

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Host and port. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Puts an event where the function fetches it. */
  void send(String requestId, String event) {
    events.add(new Invocation(requestId, event));
  }

  /** What the function did: the end of a path and what it posted there, or {@code next}. */
  BlockingQueue<String> results() {
    return results;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/invocation/next")) {
      next(exchange);
      return;
    }
    if (path.endsWith("/restore/next")) {
      results.add("restore");
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    results.add(path.substring("/2018-06-01/runtime/".length()) + "\n" + body);
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
  }

  private void next(HttpExchange exchange) throws IOException {
    results.add("next");
    try {
      Invocation invocation = events.take();
      byte[] body = invocation.event.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invocation.requestId);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", "4102444800000");
      exchange
          .getResponseHeaders()
          .set(
              "Lambda-Runtime-Invoked-Function-Arn",
              "arn:aws:lambda:eu-west-1:123456789012:function:orders");
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }

  private static final class Invocation {
    final String requestId;
    final String event;

    Invocation(String requestId, String event) {
      this.requestId = requestId;
      this.event = event;
    }
  }
}
