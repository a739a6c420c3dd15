package io.sleddog.forwarder.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The answer to a request; closing it gives the connection back. */
public final class HttpAnswer implements Closeable {
  private final int status;
  private final Map<String, String> headers;
  private final InputStream body;

  /**
   * An answer whose head has been read.
   *
   * @param headers by name in lower case
   * @param body not read yet
   */
  public HttpAnswer(int status, Map<String, String> headers, InputStream body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** Whether the status is one of success. */
  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** A header by its name in lower case; empty if there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The body, to be read while the answer is open. */
  public InputStream body() {
    return body;
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
