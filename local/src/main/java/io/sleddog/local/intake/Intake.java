package io.sleddog.local.intake;

import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.http.LoopbackServer;
import io.sleddog.local.model.Contents;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Payload;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Datadog intake for one machine: takes logs, distribution points and traces, decodes them, and
 * tells of each request. It fails on purpose while a {@link Fault} is set.
 */
public final class Intake implements AutoCloseable {
  private static final int KEY_SHOWN = 4;

  private final Clock clock;
  private final LoopbackServer server;
  private final AtomicReference<@Nullable Fault> fault = new AtomicReference<>();
  private final List<Consumer<IntakeRequest>> listeners = new CopyOnWriteArrayList<>();

  private Intake(Clock clock) {
    this.clock = clock;
    this.server = LoopbackServer.start(0, this::handle);
  }

  /** Starts an intake on a free port. */
  public static Intake start(Clock clock) {
    return new Intake(clock);
  }

  /** Calls back for each request, before it is answered, on the request's thread. */
  public void onRequest(Consumer<IntakeRequest> listener) {
    listeners.add(listener);
  }

  /** Sets or, with null, ends the way in which it fails. */
  public void fail(@Nullable Fault now) {
    fault.set(now);
  }

  /** The variables that point a forwarder here. */
  public Map<String, String> forwarderEnvironment() {
    String url = "http://" + server.authority();
    return Map.of(
        "DD_API_KEY", "0123456789abcdef0123456789abcdef",
        "DD_SITE", "datadoghq.com",
        "DD_URL", "127.0.0.1",
        "DD_PORT", Integer.toString(server.port()),
        "DD_NO_SSL", "true",
        "DD_API_URL", url,
        "DD_TRACE_INTAKE_URL", url);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = Exchanges.body(exchange);
    Fault now = fault.get();
    if (now != null && path.startsWith(now.pathPrefix())) {
      pause(now);
      if (now.refuses()) {
        fail(exchange, body, now);
        return;
      }
    }
    IntakeRequest request = read(exchange, path, body);
    listeners.forEach(listener -> listener.accept(request));
    Exchanges.answerJson(exchange, request.status(), answer(path));
  }

  private static String answer(String path) {
    return path.endsWith("/validate") ? "{\"valid\":true}" : "{}";
  }

  private static void pause(Fault now) {
    try {
      Thread.sleep(now.delay().toMillis());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(HttpExchange exchange, byte[] body, Fault now) throws IOException {
    IntakeRequest request = request(exchange, body, now.status(), Contents.NONE, null);
    listeners.forEach(listener -> listener.accept(request));
    if (now.status() == 0) {
      exchange.close();
    } else {
      Exchanges.answerJson(exchange, now.status(), "{\"errors\":[\"broken on purpose\"]}");
    }
  }

  private IntakeRequest read(HttpExchange exchange, String path, byte[] wire) {
    try {
      String encoding = Exchanges.headers(exchange).getOrDefault("content-encoding", "");
      byte[] body = Decompression.decode(encoding, wire);
      boolean get = exchange.getRequestMethod().equals("GET");
      IntakeRequest request = request(exchange, wire, get ? 200 : 202, contents(path, body), null);
      return withBody(request, body);
    } catch (MalformedBody e) {
      return request(exchange, wire, 400, Contents.NONE, e.getMessage());
    }
  }

  private static Contents contents(String path, byte[] body) {
    return switch (path) {
      case "/api/v2/logs" -> new Contents(List.of(), List.of(), JsonBodies.logs(body));
      case "/api/v1/distribution_points" ->
          new Contents(List.of(), JsonBodies.distributionPoints(body), List.of());
      case "/api/v0.2/traces" -> new Contents(TraceDecoder.decode(body), List.of(), List.of());
      default -> Contents.NONE;
    };
  }

  private IntakeRequest request(
      HttpExchange exchange, byte[] wire, int status, Contents contents, @Nullable String problem) {
    return new IntakeRequest(
        clock.millis(),
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        masked(Exchanges.headers(exchange)),
        wire.length,
        Payload.of(wire),
        status,
        contents,
        problem);
  }

  private static IntakeRequest withBody(IntakeRequest request, byte[] body) {
    return new IntakeRequest(
        request.receivedAtMillis(),
        request.method(),
        request.path(),
        request.headers(),
        request.wireBytes(),
        Payload.of(body),
        request.status(),
        request.contents(),
        request.problem());
  }

  private static Map<String, String> masked(Map<String, String> headers) {
    headers.computeIfPresent(
        "dd-api-key",
        (name, key) ->
            key.length() <= KEY_SHOWN ? "****" : "****" + key.substring(key.length() - KEY_SHOWN));
    return headers;
  }

  @Override
  public void close() {
    server.close();
  }
}
