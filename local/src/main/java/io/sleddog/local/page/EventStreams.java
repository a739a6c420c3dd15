package io.sleddog.local.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Sends the ring's events to the pages that are open, one thread each and not too many. */
final class EventStreams {
  private static final int MOST = 32;
  private static final long COMMENT_MILLIS = 15_000;

  private final EventRing ring;
  private final Semaphore places = new Semaphore(MOST);

  EventStreams(EventRing ring) {
    this.ring = ring;
  }

  /** Streams until the page goes away. */
  void serve(HttpExchange exchange, Query query) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      if (!places.tryAcquire()) {
        write(out, "event: full\ndata: {}\n\n");
        return;
      }
      try {
        follow(out, lastSeen(exchange, query));
      } finally {
        places.release();
      }
    }
  }

  private static String lastSeen(HttpExchange exchange, Query query) {
    String header = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    return header == null ? query.text("after") : header;
  }

  private void follow(OutputStream out, String seen) throws IOException {
    write(out, ": here\n\n");
    Optional<Long> at = ring.resume(seen);
    try {
      while (at.isPresent()) {
        at = sendAfter(out, at.get());
      }
      write(out, "event: reset\ndata: {}\n\n");
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Long> sendAfter(OutputStream out, long number)
      throws IOException, InterruptedException {
    Optional<List<byte[]>> fresh = ring.after(number, COMMENT_MILLIS);
    if (fresh.isEmpty()) {
      return Optional.empty();
    }
    if (fresh.get().isEmpty()) {
      // A closed page is noticed only by a write that fails.
      write(out, ": still here\n\n");
    }
    for (byte[] event : fresh.get()) {
      out.write(event);
    }
    out.flush();
    return Optional.of(number + fresh.get().size());
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
