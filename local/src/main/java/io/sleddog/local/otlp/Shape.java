package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sleddog.local.intake.MalformedBody;
import java.util.HexFormat;

/**
 * Takes values out of trees in the shape that OTLP's JSON allows: what is missing has protobuf's
 * default, and a number of 64 bits may be text.
 */
final class Shape {
  private Shape() {}

  static JsonNode list(JsonNode value, String what) {
    if (isAbsent(value)) {
      return JsonNodeFactory.instance.arrayNode();
    }
    if (!value.isArray()) {
      throw new MalformedBody(what + " must be a list");
    }
    return value;
  }

  static String text(JsonNode value, String what) {
    if (isAbsent(value)) {
      return "";
    }
    if (!value.isTextual()) {
      throw new MalformedBody(what + " must be text");
    }
    return value.asText();
  }

  /** A whole number of 64 bits, signed or not. */
  static long whole(JsonNode value, String what) {
    if (isAbsent(value)) {
      return 0;
    }
    if (value.isIntegralNumber()) {
      return value.bigIntegerValue().longValue();
    }
    try {
      String text = value.isTextual() ? value.asText() : "";
      return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw new MalformedBody(what + " must be a whole number", e);
    }
  }

  static double number(JsonNode value, String what) {
    if (isAbsent(value)) {
      return 0;
    }
    if (value.isNumber()) {
      return value.asDouble();
    }
    try {
      return Double.parseDouble(value.isTextual() ? value.asText() : "");
    } catch (NumberFormatException e) {
      throw new MalformedBody(what + " must be a number", e);
    }
  }

  /**
   * An id in hex as lower-case digits.
   *
   * @return empty if it is missing, or all zeros, which means the same
   */
  static String id(JsonNode value, int bytes, String what) {
    String text = text(value, what);
    boolean hex = text.length() == 2 * bytes && text.chars().allMatch(HexFormat::isHexDigit);
    if (!text.isEmpty() && !hex) {
      throw new MalformedBody(what + " must have " + bytes + " bytes, in JSON as hex");
    }
    return text.matches("0*") ? "" : text.toLowerCase(java.util.Locale.ROOT);
  }

  static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
