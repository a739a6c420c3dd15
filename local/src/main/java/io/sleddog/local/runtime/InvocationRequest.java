package io.sleddog.local.runtime;

import io.sleddog.local.model.Payload;
import java.util.UUID;

/**
 * One event on its way to a function.
 *
 * @param requestId AWS's request id
 * @param event the event's bytes
 * @param traceHeader the X-Ray header that Lambda hands on
 */
public record InvocationRequest(String requestId, Payload event, String traceHeader) {

  /** An event with a new request id and a new, unsampled X-Ray header. */
  public static InvocationRequest of(Payload event) {
    String hex = UUID.randomUUID().toString().replace("-", "");
    String root = "1-" + hex.substring(0, 8) + "-" + hex.substring(8);
    String parent = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    return new InvocationRequest(
        UUID.randomUUID().toString(), event, "Root=" + root + ";Parent=" + parent + ";Sampled=0");
  }
}
