package io.sleddog.lambda.agent;

import io.sleddog.lambda.config.Version;
import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;

/** Puts traces to the Agent's port for traces. */
final class TraceRequest {
  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 2000;

  private final String host;
  private final int port;

  TraceRequest(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * Puts packed traces.
   *
   * @return the Agent's answer, which may hold sample rates
   * @throws Refused if the Agent will never take them
   * @throws IOException if it may take them later
   */
  Json put(byte[] body, int traces) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            new URL("http", host, port, "/v0.4/traces").openConnection(Proxy.NO_PROXY);
    connection.setRequestMethod("PUT");
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    connection.setRequestProperty("Content-Type", "application/msgpack");
    connection.setRequestProperty("Datadog-Meta-Lang", "java");
    connection.setRequestProperty("Datadog-Meta-Lang-Version", System.getProperty("java.version"));
    connection.setRequestProperty("Datadog-Meta-Tracer-Version", Version.TEXT);
    connection.setRequestProperty("X-Datadog-Trace-Count", Integer.toString(traces));
    connection.setRequestProperty("Datadog-Send-Real-Http-Status", "true");
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    return answer(connection);
  }

  private static Json answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status >= 400 && status < 500 && status != 408 && status != 429) {
      connection.disconnect();
      throw new Refused(status);
    }
    if (status != 200) {
      connection.disconnect();
      throw new IOException("the Agent answered with status " + status);
    }
    try (InputStream in = connection.getInputStream()) {
      return Json.parse(in.readAllBytes());
    }
  }

  /** The Agent understood that it does not want this. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(int status) {
      super("the Agent refused with status " + status);
    }
  }
}
