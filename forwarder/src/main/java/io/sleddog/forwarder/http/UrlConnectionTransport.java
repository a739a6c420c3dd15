package io.sleddog.forwarder.http;

import io.sleddog.forwarder.config.NetworkSettings;
import io.sleddog.forwarder.model.Deadline;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over the JDK's oldest client, which keeps connections and uses them again.
 *
 * <p>It is chosen for its start: the newer client costs some 150 ms before its first byte.
 * Redirects are not followed.
 */
public final class UrlConnectionTransport implements HttpTransport {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 10_000;
  private static final int DRAIN = 4096;
  private static final long DRAIN_MILLIS = 500;

  private final ProxyChoice proxies;
  private final Watchdog watchdog = new Watchdog();
  private final @Nullable UncheckedTls uncheckedTls;

  /** A transport by the user's settings. */
  public UrlConnectionTransport(NetworkSettings settings) {
    this.proxies = new ProxyChoice(settings);
    this.uncheckedTls = settings.verifyTls() ? null : new UncheckedTls();
  }

  @Override
  public HttpAnswer send(HttpRequest request, Deadline deadline) throws IOException {
    HttpURLConnection connection = open(request.url());
    int left = (int) Math.min(ANSWER_MILLIS, deadline.remainingMillis());
    if (left <= 0) {
      throw new IOException("no time left");
    }
    connection.setConnectTimeout(Math.min(CONNECT_MILLIS, left));
    connection.setReadTimeout(left);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestMethod(request.method());
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      connection.setRequestProperty(header.getKey(), header.getValue());
    }
    Watchdog.Watch watch = watchdog.watch(deadline.within(ANSWER_MILLIS), connection::disconnect);
    try {
      write(request, connection);
      int status = connection.getResponseCode();
      watch.until(deadline);
      return new HttpAnswer(status, headers(connection), new Body(connection, deadline, watch));
    } catch (IOException | RuntimeException e) {
      watch.end();
      connection.disconnect();
      throw e;
    }
  }

  private HttpURLConnection open(String address) throws IOException {
    URL url = URI.create(address).toURL();
    Proxy proxy = proxies.proxy(url);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(proxy);
    String credentials = proxies.credentials(url);
    if (!credentials.isEmpty()) {
      connection.setRequestProperty("Proxy-Authorization", credentials);
    }
    if (uncheckedTls != null && connection instanceof HttpsURLConnection https) {
      uncheckedTls.apply(https);
    }
    return connection;
  }

  private static void write(HttpRequest request, HttpURLConnection connection) throws IOException {
    if (request.method().equals("GET") || request.method().equals("DELETE")) {
      return;
    }
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(request.body().length());
    try (OutputStream out = connection.getOutputStream()) {
      out.write(request.body().array(), request.body().offset(), request.body().length());
    }
  }

  private static Map<String, String> headers(HttpURLConnection connection) {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, List<String>> header : connection.getHeaderFields().entrySet()) {
      if (header.getKey() != null) {
        headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().get(0));
      }
    }
    return headers;
  }

  private static InputStream stream(HttpURLConnection connection) throws IOException {
    if (connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST) {
      return connection.getInputStream();
    }
    InputStream error = connection.getErrorStream();
    return error == null ? InputStream.nullInputStream() : error;
  }

  /** An answer's body, which ends at the deadline; what is left at closing is read or cut off. */
  private static final class Body extends FilterInputStream {
    private final HttpURLConnection connection;
    private final Deadline deadline;
    private final Watchdog.Watch watch;

    Body(HttpURLConnection connection, Deadline deadline, Watchdog.Watch watch) throws IOException {
      super(stream(connection));
      this.connection = connection;
      this.deadline = deadline;
      this.watch = watch;
    }

    @Override
    public int read() throws IOException {
      check();
      return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      check();
      return super.read(target, offset, length);
    }

    /**
     * Only a connection whose answer was read to its end can be used again; an end that does not
     * come soon is not worth waiting for.
     */
    @Override
    public void close() throws IOException {
      byte[] ignored = new byte[DRAIN];
      boolean ended = false;
      watch.until(deadline.within(DRAIN_MILLIS));
      try {
        for (int i = 0; i < DRAIN && !ended; i++) {
          ended = read(ignored) < 0;
        }
      } catch (IOException e) {
        ended = false; // the answer is known, only its rest is not
      } finally {
        watch.end();
        if (!ended) {
          connection.disconnect();
        }
        super.close();
      }
    }

    private void check() throws IOException {
      if (deadline.hasPassed()) {
        throw new IOException("no time left to read the answer");
      }
    }
  }
}
