package io.sleddog.lambda.agent;

import io.sleddog.lambda.config.Version;
import io.sleddog.lambda.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;

/** Puts traces to a port by HTTP. */
final class TraceRequest implements TracePort {
  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 2000;

  private final String host;
  private final int port;
  private final boolean patient;

  /** {@code patient}: whether nobody waits, so that a slow answer is fine. */
  TraceRequest(String host, int port, boolean patient) {
    this.host = host;
    this.port = port;
    this.patient = patient;
  }

  @Override
  public Json put(byte[] body, int traces) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) new URL("http", host, port, PATH).openConnection(Proxy.NO_PROXY);
    connection.setRequestMethod("PUT");
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(patient ? READ_MILLIS : READ_MILLIS / 2);
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
    Json answer = answer(connection);
    if (!patient) {
      // A connection that was kept would not outlive a freeze of the sandbox.
      connection.disconnect();
    }
    return answer;
  }

  private static Json answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status != 200) {
      connection.disconnect();
    }
    TracePort.check(status);
    try (InputStream in = connection.getInputStream()) {
      return Json.parse(in.readAllBytes());
    }
  }
}
