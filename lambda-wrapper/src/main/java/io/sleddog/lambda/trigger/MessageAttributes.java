package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The attribute {@code _datadog} of a message: JSON text, plain or in Base64. SQS and SNS name its
 * parts differently, and a type may have a label behind a point ({@code Binary.gzip}).
 */
final class MessageAttributes {
  private MessageAttributes() {}

  /** The object that the attribute holds, or nothing. */
  static Json datadog(Json attributes) {
    Json attribute = attributes.get("_datadog");
    String type = firstText(attribute, "dataType", "Type");
    if (type == null) {
      return Json.MISSING;
    }
    if (is(type, "String")) {
      return Json.parse(firstText(attribute, "stringValue", "Value"));
    }
    String binary = is(type, "Binary") ? firstText(attribute, "binaryValue", "Value") : null;
    return binary == null ? Json.MISSING : Json.parse(text(binary));
  }

  private static boolean is(String type, String kind) {
    return type.equals(kind) || type.startsWith(kind + ".");
  }

  private static byte[] text(String binary) {
    byte[] decoded = Base64Text.decode(binary);
    return decoded.length == 0 ? binary.getBytes(StandardCharsets.UTF_8) : decoded;
  }

  private static @Nullable String firstText(Json object, String one, String other) {
    String text = object.get(one).text();
    return text == null ? object.get(other).text() : text;
  }
}
