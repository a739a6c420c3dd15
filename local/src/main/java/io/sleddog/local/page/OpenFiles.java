package io.sleddog.local.page;

import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.json.Json;
import io.sleddog.local.live.Trip;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.recording.SessionFile;
import io.sleddog.local.recording.UnreadableSession;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The session files that a page has opened, by name; of too many the oldest goes. */
final class OpenFiles {
  private static final int MOST = 4;

  private final Map<String, TripStore> stores = new LinkedHashMap<>();

  /** Sends the session that is shown as a file, or takes one to show. */
  void serve(HttpExchange exchange, Query query, TripStore live) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      String name = open(query.text("name"), exchange.getRequestBody(), live.maxBytes());
      Exchanges.answerJson(exchange, 200, Json.write(Json.object().put("name", name)));
    } else {
      String name = query.text("session");
      save(exchange, name.isEmpty() ? live : store(name));
    }
  }

  private static void save(HttpExchange exchange, TripStore store) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange
        .getResponseHeaders()
        .set("Content-Disposition", "attachment; filename=\"sleddog-session.jsonl\"");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody())) {
      SessionFile.begin(out);
      for (Trip trip : store.trips()) {
        if (!trip.ride().waiting()) {
          SessionFile.append(out, trip.ride());
        }
      }
    }
  }

  /** Opens a file; one of the same name is replaced. */
  private String open(String asked, InputStream in, long maxBytes) throws IOException {
    String name = asked.isEmpty() || asked.equals("live") ? "session.jsonl" : asked;
    TripStore store = new TripStore(maxBytes);
    try {
      SessionFile.read(in, store::put);
    } catch (UnreadableSession e) {
      throw new Refusal(
          400,
          "The file is not read, at " + e.getMessage(),
          "Open a file that was saved here or written by --record.");
    }
    keep(name, store);
    return name;
  }

  private synchronized void keep(String name, TripStore store) {
    stores.remove(name);
    stores.put(name, store);
    if (stores.size() > MOST) {
      stores.remove(stores.keySet().iterator().next());
    }
  }

  /** The session in a file. */
  synchronized TripStore store(String name) {
    TripStore store = stores.get(name);
    if (store == null) {
      throw Refusal.notKept("Session " + name);
    }
    return store;
  }
}
