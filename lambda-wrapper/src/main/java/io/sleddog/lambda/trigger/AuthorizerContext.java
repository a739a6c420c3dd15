package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The trace context that a traced authorizer put into its result, if API Gateway asked it for this
 * very request. A result out of the gateway's cache belongs to an earlier request.
 */
final class AuthorizerContext {
  /** As nanoseconds it would be 17 minutes after 1970 began. */
  private static final long LEAST_MILLIS = 1_000_000_000_000L;

  /** A gateway waits for seconds, not hours. */
  private static final long MOST_LATENCY_MILLIS = 3_600_000;

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
    return fresh && headers.isObject()
        ? new AuthorizerContext(headers, Math.min(latency, MOST_LATENCY_MILLIS))
        : NONE;
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

  /**
   * When the authorizer's span ended, in epoch nanoseconds; 0 if it is not told.
   *
   * @param latest when it ended at the latest: some writers count in milliseconds, which are
   *     understood if they fit
   */
  long startNanos(long latest) {
    long time = headers.get("x-datadog-parent-span-finish-time").integer(0);
    boolean millis = time >= LEAST_MILLIS && time <= latest / 1_000_000;
    return millis ? time * 1_000_000 : Math.max(0, time);
  }

  /** How long the gateway waited for the authorizer. */
  long latencyMillis() {
    return latencyMillis;
  }
}
