package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import io.sleddog.local.intake.MalformedBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Attributes as plain JSON values by name. Numbers and truth values keep their kind, lists and maps
 * are trees.
 */
final class Attributes {
  private final Map<String, JsonNode> values;

  private Attributes(Map<String, JsonNode> values) {
    this.values = values;
  }

  /**
   * Reads a list of pairs.
   *
   * @throws MalformedBody if it is no list of pairs
   */
  static Attributes of(JsonNode pairs) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (JsonNode pair : Shape.list(pairs, "attributes")) {
      values.put(
          Shape.text(pair.path("key"), "an attribute's key"),
          AttributeValues.of(pair.path("value")));
    }
    return new Attributes(values);
  }

  /** All of them. */
  Map<String, JsonNode> values() {
    return values;
  }

  /** The text of one, also of a number; the other text if there is none. */
  String text(String name, String otherwise) {
    JsonNode value = values.get(name);
    return value == null || value.isNull() ? otherwise : AttributeValues.text(value);
  }

  /** The first of these that is there and not empty; empty if none is. */
  String firstOf(String... names) {
    for (String name : names) {
      String text = text(name, "");
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** All as tags {@code name:value}. */
  List<String> tags() {
    List<String> tags = new ArrayList<>();
    values.forEach((name, value) -> tags.add(name + ":" + AttributeValues.text(value)));
    return tags;
  }
}
