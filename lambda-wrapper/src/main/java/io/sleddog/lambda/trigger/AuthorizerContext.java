package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The trace context that a traced authorizer put into its result, if API Gateway asked it for this
 * very request. A result out of the gateway's cache belongs to an earlier request.
 */
final class AuthorizerContext {
  static final AuthorizerContext NONE = new AuthorizerContext(Json.MISSING, 0);

  private final Json headers;
  private final long latencyMillis;

  private AuthorizerContext(Json headers, long latencyMillis) {
    this.headers = headers;
    this.latencyMillis = latencyMillis;
  }

  static AuthorizerContext of(Json requestContext) {
    Json authorizer = requestContext.get("authorizer");
    String encoded = authorizer.get("_datadog").text();
    if (encoded == null) {
      encoded = authorizer.get("lambda").get("_datadog").text();
    }
    if (encoded == null) {
      return NONE;
    }
    Json headers = Json.parse(Base64Text.decode(encoded));
    long latency = authorizer.get("integrationLatency").integer(0);
    boolean fresh = latency > 0 || isSame(requestContext.get("requestId").text(), headers);
    return fresh && headers.isObject() ? new AuthorizerContext(headers, latency) : NONE;
  }

  private static boolean isSame(@Nullable String requestId, Json headers) {
    return requestId != null
        && requestId.equals(headers.get("x-datadog-authorizing-requestid").text());
  }

  boolean isPresent() {
    return headers.exists();
  }

  Carrier carrier() {
    return Carrier.of(headers);
  }

  /** When the authorizer's span ended, in epoch nanoseconds. */
  long startNanos() {
    return headers.get("x-datadog-parent-span-finish-time").integer(0);
  }

  /** How long the gateway waited for the authorizer. */
  long latencyMillis() {
    return latencyMillis;
  }
}
