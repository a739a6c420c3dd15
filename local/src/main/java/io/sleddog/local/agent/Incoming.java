package io.sleddog.local.agent;

import com.sun.net.httpserver.HttpExchange;
import io.sleddog.local.http.Exchanges;
import io.sleddog.local.model.Payload;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request whose body has been read.
 *
 * @param headers names in lower case, without those that carry secrets
 * @param body as it came, at most one byte more than is allowed
 */
record Incoming(String method, String path, Map<String, String> headers, Payload body) {
  private static final List<String> SECRET =
      List.of("dd-api-key", "api-key", "x-api-key", "authorization", "cookie");

  static Incoming read(HttpExchange exchange, int mostBytes) throws IOException {
    Map<String, String> headers = Exchanges.headers(exchange);
    SECRET.forEach(headers::remove);
    byte[] body = exchange.getRequestBody().readNBytes(mostBytes + 1);
    return new Incoming(
        exchange.getRequestMethod(), exchange.getRequestURI().getPath(), headers, Payload.of(body));
  }

  /** The content type without parameters, or the other if none is named. */
  String mediaType(String otherwise) {
    String type = headers.getOrDefault("content-type", otherwise);
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The content encoding; empty for none. */
  String encoding() {
    String encoding = headers.getOrDefault("content-encoding", "").toLowerCase(Locale.ROOT);
    return encoding.equals("identity") ? "" : encoding;
  }
}
