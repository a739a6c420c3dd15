package io.sleddog.lambda.trigger;

import io.sleddog.lambda.json.Json;
import io.sleddog.lambda.json.JsonWriter;
import java.nio.charset.StandardCharsets;

/**
 * The headers of a Kafka record: a list of objects with one member each, whose value is a list of
 * bytes, as numbers or as text, or an object that numbers them; or Base64, where the event was an
 * object of AWS's class.
 */
final class KafkaHeaders {
  private static final int MOST_BYTES = 8192;

  private KafkaHeaders() {}

  /** The headers as one object. */
  static Json read(Json headers) {
    JsonWriter object = new JsonWriter(256).ascii("{");
    String comma = "";
    for (Json header = headers.first(); header.exists(); header = header.next()) {
      Json name = header.first();
      if (name.isString()) {
        object.ascii(comma).text(name).ascii(":").text(value(name.next()));
        comma = ",";
      }
    }
    return Json.parse(object.ascii("}").copyFrom(0));
  }

  private static String value(Json value) {
    String text = value.text();
    if (text != null) {
      byte[] decoded = Base64Text.decode(text);
      return decoded.length == 0 ? text : new String(decoded, StandardCharsets.UTF_8);
    }
    return ofNumbers(value);
  }

  private static String ofNumbers(Json list) {
    byte[] bytes = new byte[MOST_BYTES];
    int size = 0;
    Json item = list.first();
    while (item.exists() && size < MOST_BYTES) {
      Json number = list.isObject() ? item.next() : item;
      bytes[size++] = (byte) number.integer(0);
      item = number.next();
    }
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
