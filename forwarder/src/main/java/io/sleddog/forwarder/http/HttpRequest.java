package io.sleddog.forwarder.http;

import io.sleddog.forwarder.model.Slice;
import java.util.Map;

/**
 * One request.
 *
 * @param method such as {@code POST}
 * @param url the full address
 * @param headers by name
 * @param body of length 0 if there is none
 */
public record HttpRequest(String method, String url, Map<String, String> headers, Slice body) {
  /** A request without a body. */
  public static HttpRequest get(String url, Map<String, String> headers) {
    return new HttpRequest("GET", url, headers, Slice.of(new byte[0]));
  }

  /** The method and the address; what the request carries is not for logs. */
  @Override
  public String toString() {
    return method + " " + url;
  }
}
