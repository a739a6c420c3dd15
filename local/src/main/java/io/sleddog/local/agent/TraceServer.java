package io.sleddog.local.agent;

import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.http.LoopbackServer;
import io.sleddog.local.model.IntakeRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The trace agent's HTTP interface: traces are read, what else tracers send is discarded. */
final class TraceServer implements Listener {
  /** The most bytes that a body of traces may have, as in Datadog's agent. */
  static final int MOST_BYTES = 25 << 20;

  private static final Map<String, TraceFormat> FORMATS =
      Map.of(
          "/v0.3/traces", TraceFormat.V03,
          "/v0.4/traces", TraceFormat.V04,
          "/v0.5/traces", TraceFormat.V05,
          "/v0.7/traces", TraceFormat.V07);

  private static final List<String> DISCARDED =
      List.of(
          "/v0.6/stats",
          "/v0.1/pipeline_stats",
          "/profiling/v1/input",
          "/evp_proxy/",
          "/debugger/",
          "/tracer_flare/v1");

  private final TraceIntake intake;
  private final LoopbackServer server;
  private final Capabilities info;

  private TraceServer(int port, int statsdPort, Clock clock, Consumer<IntakeRequest> sink) {
    this.intake = new TraceIntake(clock, sink);
    this.info = new Capabilities(port, statsdPort);
    this.server = LoopbackServer.start(port, this::handle);
  }

  /**
   * Starts to listen.
   *
   * @throws io.sleddog.local.http.PortTaken if another program has the port
   */
  static TraceServer start(int port, int statsdPort, Clock clock, Consumer<IntakeRequest> sink) {
    return new TraceServer(port, statsdPort, clock, sink);
  }

  @Override
  public int port() {
    return server.port();
  }

  private void handle(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Datadog-Agent-Version", Capabilities.VERSION);
    exchange.getResponseHeaders().set("Datadog-Agent-State", info.state());
    Reply reply = reply(exchange);
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    Exchanges.answer(exchange, reply.status(), reply.body().bytes());
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    TraceFormat format = FORMATS.get(path);
    if (exchange.getRequestHeaders().containsKey("Origin")) {
      return Reply.text(403, "Web pages may not send to this agent.");
    }
    if (format != null) {
      return take(Incoming.read(exchange, MOST_BYTES), format, exchange);
    }
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    return path.equals("/info") ? Reply.json(200, info.body()) : discarded(path);
  }

  private Reply take(Incoming incoming, TraceFormat format, HttpExchange exchange) {
    Reply reply = intake.take(incoming, format);
    if (reply.status() == 200 && format != TraceFormat.V03) {
      exchange.getResponseHeaders().set(TraceIntake.RATES_VERSION, TraceIntake.RATES);
    }
    return reply;
  }

  private static Reply discarded(String path) {
    if (path.equals("/v0.7/config")) {
      return Reply.json(200, "{}");
    } else if (path.equals("/telemetry/proxy/api/v2/apmtelemetry")) {
      return Reply.json(202, "{}");
    } else if (DISCARDED.stream().anyMatch(known -> isAt(path, known))) {
      return Reply.json(200, "{}");
    }
    return Reply.text(404, "This path is not served. GET /info lists those that are.");
  }

  private static boolean isAt(String path, String known) {
    return known.endsWith("/") ? path.startsWith(known) : path.equals(known);
  }

  @Override
  public void close() {
    server.close();
  }
}
