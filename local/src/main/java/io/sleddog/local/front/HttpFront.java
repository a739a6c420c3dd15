package io.sleddog.local.front;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.aws.Inbox;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.http.LoopbackServer;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Route;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes HTTP requests on 127.0.0.1 and has them answered by functions, as API Gateway or a function
 * URL does. Pages of other sites are refused, and so are requests by another host's name.
 */
public final class HttpFront implements AutoCloseable {
  /** What Lambda takes as an event. */
  private static final int MOST_BODY = 6 << 20;

  private static final Pattern HOST =
      Pattern.compile("(?:127\\.0\\.0\\.1|\\[::1\\]|(?:[\\w-]+\\.)*localhost)(?::\\d+)?");

  private final RouteTable routes;
  private final Inbox functions;
  private final Shape shape;
  private final Clock clock;
  private final LoopbackServer server;

  private HttpFront(int port, RouteTable routes, Inbox functions, Shape shape, Clock clock) {
    this.routes = routes;
    this.functions = functions;
    this.shape = shape;
    this.clock = clock;
    this.server = LoopbackServer.start(port, this::handle);
  }

  /**
   * What stands behind the server.
   *
   * @param routes which request goes to which function
   * @param names the functions' names
   * @param functions answers
   */
  public record Backstage(List<Route> routes, List<String> names, Inbox functions) {
    /** Copies the lists. */
    public Backstage {
      routes = List.copyOf(routes);
      names = List.copyOf(names);
    }
  }

  /**
   * Starts the server.
   *
   * @param port the port, or 0 for a free one
   * @throws io.sleddog.local.http.PortTaken if another program has the port
   */
  public static HttpFront start(int port, Backstage behind, Shape shape, Clock clock) {
    RouteTable table = new RouteTable(behind.routes(), behind.names());
    return new HttpFront(port, table, behind.functions(), shape, clock);
  }

  /** Its address. */
  public String address() {
    return "http://" + server.authority() + "/";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      write(exchange, answer(exchange));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private HttpAnswer answer(HttpExchange exchange) throws IOException, InterruptedException {
    if (isForeign(exchange.getRequestHeaders())) {
      return HttpAnswer.message(403, "Only this machine may ask here, by the name localhost");
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
    if (body.length > MOST_BODY) {
      return HttpAnswer.message(413, "Request Entity Too Large");
    }
    String path = exchange.getRequestURI().getRawPath();
    Optional<Call> call = routes.find(exchange.getRequestMethod(), path);
    if (call.isEmpty()) {
      return HttpAnswer.message(404, "Not Found");
    }
    boolean rest = call.get().rest();
    Shape taken = rest ? Shape.REST_API : shape;
    Payload event =
        rest
            ? new RestEvent(exchange, call.get()).of(body, clock.instant())
            : new HttpEvent(exchange, call.get(), shape).of(body, clock.instant());
    Optional<Invocation> invocation = functions.call(call.get().function(), event, null);
    return invocation
        .map(one -> ProxyAnswers.of(one, taken))
        .orElseGet(() -> HttpAnswer.message(404, "Not Found"));
  }

  private static boolean isForeign(Headers headers) {
    String host = headers.getFirst("Host");
    boolean named = host != null && HOST.matcher(host).matches();
    return !named || "cross-site".equals(headers.getFirst("Sec-Fetch-Site"));
  }

  private static void write(HttpExchange exchange, HttpAnswer answer) throws IOException {
    answer.headers().forEach(one -> exchange.getResponseHeaders().add(one.name(), one.value()));
    boolean bodiless = exchange.getRequestMethod().equals("HEAD");
    Exchanges.answer(exchange, answer.status(), bodiless ? new byte[0] : answer.body().bytes());
  }

  @Override
  public void close() {
    server.close();
  }
}
