package io.sleddog.lambda;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.json.JsonWriter;
import io.sleddog.lambda.json.Splice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An authorizer's result that carries the trace on to the function behind it, as a member {@code
 * _datadog} of its context: Base64 of JSON. All else stays as the user wrote it, to the byte.
 */
final class AuthorizerResult {
  private AuthorizerResult() {}

  /** Whether a result lets a request through or refuses it. */
  static boolean isOne(Json result) {
    return result.get("principalId").isTruthy() && result.get("policyDocument").isTruthy();
  }

  /** The result with the headers in it; null if its context has no room for them. */
  static byte @Nullable [] with(Map<String, String> headers, byte[] source, Json result) {
    Json context = result.get("context");
    if (context.isPresent() && (!context.isObject() || context.get("_datadog").exists())) {
      return null;
    }
    int at = (context.isObject() ? context : result).offset() + 1;
    JsonWriter json = new JsonWriter(source.length + 1024).bytes(source, 0, at);
    json.ascii(context.isObject() ? "" : "\"context\":{");
    json.ascii("\"_datadog\":\"").ascii(encode(headers)).ascii("\"");
    json.ascii(context.isObject() ? "" : "}");
    boolean last = context.isObject() && !context.first().exists();
    return json.ascii(last ? "" : ",").bytes(source, at, source.length).copyFrom(0);
  }

  private static String encode(Map<String, String> headers) {
    byte[] bytes = Splice.object(headers);
    return new String(Base64.getEncoder().encode(bytes), StandardCharsets.ISO_8859_1);
  }
}
