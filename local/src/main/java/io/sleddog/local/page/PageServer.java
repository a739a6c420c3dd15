package io.sleddog.local.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.http.LoopbackServer;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.TripStore;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Serves the page on 127.0.0.1: its files, its API and its live stream. What it shows, it reads
 * from the store; what it changes, it asks of the actions.
 */
public final class PageServer implements AutoCloseable {
  private static final String API = "/api/";
  private static final int RING_BYTES = 4_000_000;
  private static final int MOST_BODY = 8_000_000;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final RequestGuard guard = new RequestGuard();
  private final StaticFiles files = new StaticFiles();
  private final EventRing ring = new EventRing(RING_BYTES);
  private final EventStreams streams = new EventStreams(ring);
  private final Ticker ticker;
  private final Reads reads;
  private final TripStore store;
  private final OpenFiles opened = new OpenFiles();
  private final Writes writes;
  private final LoopbackServer server;

  private PageServer(int port, TripStore store, Actions actions) {
    this.store = store;
    SessionView session = new SessionView(store, actions);
    this.ticker = new Ticker(ring, session::summary);
    this.reads = new Reads(store, ring, session, actions);
    this.writes = new Writes(store, actions);
    store.onChange(ticker::add);
    this.server = LoopbackServer.start(port, this::handle);
    ticker.start();
  }

  /**
   * Starts the server.
   *
   * @param port the port, or 0 for a free one
   * @throws io.sleddog.local.http.PortTaken if another program has the port
   */
  public static PageServer start(int port, TripStore store, Actions actions) {
    return new PageServer(port, store, actions);
  }

  /** The address to open, with the token that lets the page change things. */
  public String link() {
    return "http://" + server.authority() + "/#token=" + guard.token();
  }

  private void handle(HttpExchange exchange) throws IOException {
    protect(exchange.getResponseHeaders());
    try {
      guard.check(exchange);
      answer(exchange);
    } catch (Refusal refusal) {
      Exchanges.answerJson(exchange, refusal.status(), Json.write(refusal.json()));
    }
  }

  private static void protect(Headers headers) {
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    Query query = Query.of(exchange.getRequestURI());
    boolean post = exchange.getRequestMethod().equals("POST");
    if (!post && !exchange.getRequestMethod().equals("GET")) {
      throw new Refusal(405, "Only GET and POST are served", "Use one of them.");
    } else if (path.equals(API + "stream")) {
      streams.serve(exchange, query);
    } else if (path.equals(API + "session/file")) {
      guard.requireToken(exchange);
      opened.serve(exchange, query, store);
    } else if (path.startsWith(API)) {
      String[] parts = parts(path.substring(API.length()));
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      String json =
          Json.write(
              post ? writes.answer(parts, body(exchange)) : reads(query).answer(parts, query));
      ticker.touchIf(post);
      Exchanges.answerJson(exchange, 200, json);
    } else {
      files.answer(exchange, path);
    }
  }

  /** Those of the live session, or of the file that the query names. */
  private Reads reads(Query query) {
    String name = query.text("session");
    if (name.isEmpty()) {
      return reads;
    }
    TripStore kept = opened.store(name);
    FileActions actions = new FileActions(kept);
    return new Reads(kept, ring, SessionView.ofFile(kept, actions), actions);
  }

  private static String[] parts(String path) {
    return Arrays.stream(path.split("/"))
        .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toArray(String[]::new);
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
    if (body.length > MOST_BODY) {
      throw new Refusal(413, "The request is larger than 8 MB", "An event may have 6 MB.");
    }
    return body;
  }

  /** Stops at once; open pages lose their stream. */
  @Override
  public void close() {
    ticker.close();
    server.close();
  }
}
