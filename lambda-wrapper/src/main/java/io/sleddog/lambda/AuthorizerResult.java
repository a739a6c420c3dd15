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
    JsonWriter json = new JsonWriter(source.length + 1024);
    String member = "\"_datadog\":\"" + encode(headers) + "\"";
    if (context.isObject()) {
      int inside = context.offset() + 1;
      json.bytes(source, 0, inside).ascii(member).ascii(context.first().exists() ? "," : "");
      return json.bytes(source, inside, source.length).copyFrom(0);
    }
    boolean isNull = context.exists();
    int from = isNull ? context.offset() : result.offset() + 1;
    json.bytes(source, 0, from).ascii(isNull ? "{" : "\"context\":{").ascii(member);
    json.ascii(isNull ? "}" : "},");
    return json.bytes(source, from + (isNull ? "null".length() : 0), source.length).copyFrom(0);
  }

  private static String encode(Map<String, String> headers) {
    byte[] bytes = Splice.object(headers);
    return new String(Base64.getEncoder().encode(bytes), StandardCharsets.ISO_8859_1);
  }
}
