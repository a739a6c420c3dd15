package io.sleddog.forwarder.http;

import io.sleddog.forwarder.config.NetworkSettings;
import io.sleddog.forwarder.model.Deadline;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
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
  private static final int MOST_DRAIN = 1 << 20;
  private static final long DRAIN_MILLIS = 250;
  private static final String WITHOUT_BASIC = "jdk.http.auth.tunneling.disabledSchemes";

  static {
    // Read by the JDK's client when it is loaded; as it comes, it gives no proxy a user's name on
    // the way to an encrypted host, since that goes out unencrypted.
    if (System.getProperty(WITHOUT_BASIC) == null) {
      System.setProperty(WITHOUT_BASIC, "");
    }
  }

  private final ProxyChoice proxies;
  private final Watchdog watchdog = new Watchdog();
  private final @Nullable UncheckedTls uncheckedTls;

  /** A transport by the user's settings. */
  public UrlConnectionTransport(NetworkSettings settings) {
    this.proxies = new ProxyChoice(settings);
    this.uncheckedTls = settings.verifyTls() ? null : new UncheckedTls();
  }

  /**
   * Loads what every first request needs; reaches nobody.
   *
   * @throws IOException if this JVM has no such client
   */
  public static void load() throws IOException {
    URI.create("http://127.0.0.1/").toURL().openConnection(); // connects when it is asked to
    new Socket().close();
  }

  @Override
  public HttpAnswer send(HttpRequest request, Deadline deadline) throws IOException {
    HttpURLConnection connection = open(request.url());
    setUp(connection, request, deadline);
    Watchdog.Watch watch = watchdog.watch(deadline.within(ANSWER_MILLIS), connection);
    try {
      write(request, connection);
      int status = connection.getResponseCode();
      return new HttpAnswer(status, headers(connection), new Body(connection, deadline));
    } catch (IOException | RuntimeException e) {
      connection.disconnect();
      if (watch.hasCut()) {
        throw late(e);
      }
      throw e;
    } finally {
      watch.end();
    }
  }

  /** What the socket says of a connection that was cut is of no use to anybody. */
  private static SocketTimeoutException late(Exception cause) {
    SocketTimeoutException late = new SocketTimeoutException("no answer in time");
    late.initCause(cause);
    return late;
  }

  private static void setUp(HttpURLConnection connection, HttpRequest request, Deadline deadline)
      throws IOException {
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
  }

  /** One handshake loads all that TLS is made of, and makes the next with that server short. */
  @Override
  public void prepare(String url, Deadline deadline) throws IOException {
    if (!url.startsWith("https:")) {
      return;
    }
    HttpURLConnection connection = open(url);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(CONNECT_MILLIS);
    Watchdog.Watch watch = watchdog.watch(deadline.within(CONNECT_MILLIS), connection);
    try {
      connection.connect();
    } finally {
      watch.end();
      connection.disconnect();
    }
  }

  private HttpURLConnection open(String address) throws IOException {
    URL url = URI.create(address).toURL();
    Proxy proxy = proxies.proxy(url);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(proxy);
    ProxyUser user = proxies.user(url);
    if (user != null && url.getProtocol().equals("https")) {
      connection.setAuthenticator(user);
    } else if (user != null) {
      connection.setRequestProperty("Proxy-Authorization", user.header());
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

  /** An answer's body, which ends at the deadline. */
  private static final class Body extends FilterInputStream {
    private final HttpURLConnection connection;
    private final Deadline deadline;
    private final long length;
    private long count;
    private boolean ended;

    Body(HttpURLConnection connection, Deadline deadline) throws IOException {
      super(stream(connection));
      this.connection = connection;
      this.deadline = deadline;
      this.length = connection.getContentLengthLong();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
      if (deadline.hasPassed()) {
        throw new IOException("no time left to read the answer");
      }
      int read = super.read(target, offset, size);
      count += Math.max(0, read);
      ended = read < 0 || count == length;
      return read;
    }

    /**
     * Only a connection whose answer was read to its end can be used again; an end that does not
     * come soon is not worth waiting for.
     */
    @Override
    public void close() {
      if (isHere()) {
        drain();
      } else {
        end();
      }
    }

    private boolean isHere() {
      try {
        return length >= 0 && count + available() >= length;
      } catch (IOException e) {
        return false;
      }
    }

    /** One cannot see whether there is more to read, so that a read may block; others do not. */
    private void end() {
      try {
        TimeLimit.call("reading the rest of an answer", this::drain, deadline.within(DRAIN_MILLIS));
      } catch (IOException ignored) {
        // the answer is known, only its rest is not
      }
    }

    private boolean drain() {
      byte[] ignored = new byte[DRAIN];
      ended |= length == 0;
      try {
        while (!ended && count < MOST_DRAIN) {
          read(ignored, 0, DRAIN);
        }
        if (ended) {
          super.close();
        }
      } catch (IOException e) {
        ended = false; // the answer is known, only its rest is not
      }
      if (!ended) {
        connection.disconnect();
      }
      return ended;
    }
  }
}
