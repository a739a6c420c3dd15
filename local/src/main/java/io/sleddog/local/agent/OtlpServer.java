package io.sleddog.local.agent;

import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.http.LoopbackServer;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.otlp.OtlpSignal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** OTLP over HTTP: traces, metrics and logs, as protobuf or as JSON, packed by gzip or not. */
final class OtlpServer implements Listener {
  private final OtlpIntake intake;
  private final LoopbackServer server;

  private OtlpServer(int port, Clock clock, Consumer<IntakeRequest> sink) {
    this.intake = new OtlpIntake(clock, sink);
    this.server = LoopbackServer.start(port, this::handle);
  }

  /**
   * Starts to listen.
   *
   * @throws io.sleddog.local.http.PortTaken if another program has the port
   */
  static OtlpServer start(int port, Clock clock, Consumer<IntakeRequest> sink) {
    return new OtlpServer(port, clock, sink);
  }

  @Override
  public int port() {
    return server.port();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Reply reply = reply(exchange);
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    Exchanges.answer(exchange, reply.status(), reply.body().bytes());
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    Optional<OtlpSignal> signal = OtlpSignal.at(exchange.getRequestURI().getPath());
    if (exchange.getRequestHeaders().containsKey("Origin")) {
      return Reply.text(403, "Web pages may not send to this agent.");
    }
    if (signal.isPresent()) {
      return intake.take(Incoming.read(exchange, OtlpIntake.MOST_BYTES), signal.get());
    }
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    return Reply.text(404, "Only /v1/traces, /v1/metrics and /v1/logs are served.");
  }

  @Override
  public void close() {
    server.close();
  }
}
