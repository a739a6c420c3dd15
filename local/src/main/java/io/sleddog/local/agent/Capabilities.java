package io.sleddog.local.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What the agent says of itself at {@code /info}. It takes every span: a tracer that may drop spans
 * by itself would hide traces from the page.
 */
final class Capabilities {
  /** The version of Datadog's agent whose behaviour it has. */
  static final String VERSION = "7.70.0";

  private static final List<String> ENDPOINTS =
      List.of("/v0.3/traces", "/v0.4/traces", "/v0.5/traces", "/v0.7/traces");

  private final String body;
  private final String state;

  Capabilities(int tracePort, int statsdPort) {
    ObjectNode info = Json.object().put("version", VERSION);
    ENDPOINTS.forEach(info.putArray("endpoints")::add);
    info.put("client_drop_p0s", false)
        .put("span_meta_structs", true)
        .put("long_running_spans", false)
        .put("span_events", true)
        .putObject("config")
        .put("default_env", "none")
        .put("receiver_port", tracePort)
        .put("statsd_port", statsdPort)
        .put("max_request_bytes", TraceServer.MOST_BYTES);
    this.body = Json.write(info);
    this.state = sha256(body);
  }

  /** The body of the answer. */
  String body() {
    return body;
  }

  /** SHA-256 of the body, by which clients see that nothing has changed. */
  String state() {
    return state;
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
