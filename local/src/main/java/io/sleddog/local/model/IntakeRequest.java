package io.sleddog.local.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that an intake received.
 *
 * @param receivedAtMillis milliseconds since the epoch
 * @param method the HTTP method
 * @param path path without query
 * @param headers names in lower case; the API key is masked
 * @param wireBytes size of the body as it came
 * @param body the body, decompressed
 * @param status the status it was answered with; 0 if the connection was cut instead
 * @param contents what it carried; nothing if it was refused
 * @param problem why it was refused; null if it was not, or on purpose
 */
public record IntakeRequest(
    long receivedAtMillis,
    String method,
    String path,
    Map<String, String> headers,
    int wireBytes,
    Payload body,
    int status,
    Contents contents,
    @Nullable String problem) {

  /** Whether the intake took what the request carried. */
  public boolean accepted() {
    return status >= 200 && status < 300;
  }
}
