package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.intake.MalformedBody;
import io.sleddog.local.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Attributes as plain JSON values by name. Numbers and truth values keep their kind, lists and maps
 * are trees.
 */
record Attributes(Map<String, JsonNode> values) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * Reads a list of pairs.
   *
   * @throws MalformedBody if it is no list of pairs
   */
  static Attributes of(JsonNode pairs) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (JsonNode pair : Shape.list(pairs, "attributes")) {
      values.put(Shape.text(pair.path("key"), "an attribute's key"), value(pair.path("value")));
    }
    return new Attributes(values);
  }

  /** A value of any kind; null if it has none. */
  static JsonNode value(JsonNode any) {
    if (any.has("stringValue")) {
      return any.path("stringValue");
    } else if (any.has("boolValue")) {
      return any.path("boolValue");
    } else if (any.has("intValue")) {
      return NODES.numberNode(Shape.whole(any.path("intValue"), "intValue"));
    } else if (any.has("doubleValue")) {
      return NODES.numberNode(Shape.number(any.path("doubleValue"), "doubleValue"));
    } else if (any.has("bytesValue")) {
      return any.path("bytesValue");
    }
    return tree(any);
  }

  private static JsonNode tree(JsonNode any) {
    if (any.has("arrayValue")) {
      List<JsonNode> values = new ArrayList<>();
      Shape.list(any.path("arrayValue").path("values"), "values")
          .forEach(v -> values.add(value(v)));
      return NODES.arrayNode().addAll(values);
    } else if (any.has("kvlistValue")) {
      ObjectNode map = NODES.objectNode();
      of(any.path("kvlistValue").path("values")).values().forEach(map::set);
      return map;
    }
    return NODES.nullNode();
  }

  /** The text of one, also of a number; the other text if there is none. */
  String text(String name, String otherwise) {
    JsonNode value = values.get(name);
    return value == null || value.isNull() ? otherwise : text(value);
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

  /** As a tag has it: a tree as JSON. */
  static String text(JsonNode value) {
    return value.isContainerNode() ? Json.write(value) : value.asText();
  }

  /** All as tags {@code name:value}. */
  List<String> tags() {
    List<String> tags = new ArrayList<>();
    values.forEach((name, value) -> tags.add(name + ":" + text(value)));
    return tags;
  }
}
