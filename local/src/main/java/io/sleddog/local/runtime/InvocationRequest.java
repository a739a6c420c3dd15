package io.sleddog.local.runtime;

import io.sleddog.local.model.Mishap;
import io.sleddog.local.model.Payload;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to a function.
 *
 * @param requestId AWS's request id
 * @param event the event's bytes
 * @param traceHeader the X-Ray header that Lambda hands on
 * @param clientContext the caller's client context as JSON; null if it sent none
 * @param mishap what is to befall the process meanwhile; null for nothing
 */
public record InvocationRequest(
    String requestId,
    Payload event,
    String traceHeader,
    @Nullable String clientContext,
    @Nullable Mishap mishap) {
  /** An event with a new request id and a new, unsampled X-Ray header. */
  public static InvocationRequest of(Payload event) {
    String hex = UUID.randomUUID().toString().replace("-", "");
    String root = "1-" + hex.substring(0, 8) + "-" + hex.substring(8);
    String parent = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    return new InvocationRequest(
        UUID.randomUUID().toString(),
        event,
        "Root=" + root + ";Parent=" + parent + ";Sampled=0",
        null,
        null);
  }

  /** The same with a client context. */
  public InvocationRequest withClientContext(@Nullable String json) {
    return new InvocationRequest(requestId, event, traceHeader, json, mishap);
  }

  /** The same with a mishap. */
  public InvocationRequest withMishap(Mishap wanted) {
    return new InvocationRequest(requestId, event, traceHeader, clientContext, wanted);
  }
}
