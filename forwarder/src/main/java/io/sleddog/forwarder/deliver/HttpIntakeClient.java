package io.sleddog.forwarder.deliver;

import io.sleddog.forwarder.json.ByteWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/**
 * Posts bodies over HTTP. Connections are kept and used again.
 *
 * <p>The JDK's oldest client is used for its start: a newer one costs some 150 ms before its first
 * byte.
 */
public final class HttpIntakeClient implements IntakeClient {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 10_000;
  private static final int DRAIN = 4096;

  @Override
  public int post(Endpoint endpoint, ByteWriter body, Deadline deadline) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(endpoint.url()).toURL().openConnection();
    int left = (int) Math.max(1, Math.min(ANSWER_MILLIS, deadline.remainingMillis()));
    connection.setConnectTimeout(Math.min(CONNECT_MILLIS, left));
    connection.setReadTimeout(left);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.size());
    connection.setRequestProperty("DD-API-KEY", endpoint.apiKey().reveal());
    for (Map.Entry<String, String> header : endpoint.headers().entrySet()) {
      connection.setRequestProperty(header.getKey(), header.getValue());
    }
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.array(), 0, body.size());
    }
    int status = connection.getResponseCode();
    drain(connection);
    return status;
  }

  /** Reads the answer to its end, without looking at it: only then is the connection kept. */
  private static void drain(HttpURLConnection connection) throws IOException {
    InputStream answer = connection.getErrorStream();
    if (answer == null) {
      answer = connection.getInputStream();
    }
    try (InputStream in = answer) {
      byte[] ignored = new byte[DRAIN];
      while (in.read(ignored) >= 0) {
        // an intake may repeat what it was sent, so it is neither kept nor shown
      }
    }
  }
}
