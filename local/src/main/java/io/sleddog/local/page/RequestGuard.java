package io.sleddog.local.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. Another site's page must not reach this server through the user's browser: neither
 * under a name of its own that it points to 127.0.0.1 (DNS rebinding), nor by a request across
 * sites. What changes something wants the token as well, which only the terminal's link carries.
 */
final class RequestGuard {
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final int TOKEN_BYTES = 16;

  private final String token;

  RequestGuard() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    this.token = HexFormat.of().formatHex(random);
  }

  /** What a writing request has to send in the header {@code X-Sleddog-Token}. */
  String token() {
    return token;
  }

  /** Throws a {@link Refusal} unless the request may pass. */
  void check(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    int port = exchange.getLocalAddress().getPort();
    Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    String host = headers.getFirst("Host");
    if (host == null || !hosts.contains(host)) {
      throw new Refusal(403, "This server has no such name", "Ask for http://127.0.0.1:" + port);
    }
    String origin = headers.getFirst("Origin");
    String site = headers.getFirst("Sec-Fetch-Site");
    if (isForeign(site, OWN_SITE) || isForeign(origin, origins(hosts))) {
      throw new Refusal(403, "Another site may not ask here", "Open the page itself.");
    }
    if (!READING.contains(exchange.getRequestMethod())) {
      requireToken(exchange);
    }
  }

  /** Throws a {@link Refusal} unless it comes from the page that the terminal's link opened. */
  void requireToken(HttpExchange exchange) {
    checkToken(exchange.getRequestHeaders().getFirst("X-Sleddog-Token"));
  }

  private static boolean isForeign(@Nullable String value, Set<String> own) {
    return value != null && !own.contains(value);
  }

  private static Set<String> origins(Set<String> hosts) {
    return hosts.stream()
        .map("http://"::concat)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  private void checkToken(@Nullable String given) {
    byte[] sent = (given == null ? "" : given).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(sent, token.getBytes(StandardCharsets.UTF_8))) {
      throw new Refusal(
          403, "This page may only look", "Open the link that the terminal printed last.");
    }
  }
}
