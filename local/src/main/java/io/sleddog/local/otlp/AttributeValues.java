package io.sleddog.local.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.local.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Values of OTLP as plain JSON. */
final class AttributeValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AttributeValues() {}

  /** A value of any kind; null if it has none. */
  static JsonNode of(JsonNode any) {
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
      Shape.list(any.path("arrayValue").path("values"), "values").forEach(v -> values.add(of(v)));
      return NODES.arrayNode().addAll(values);
    } else if (any.has("kvlistValue")) {
      ObjectNode map = NODES.objectNode();
      Attributes.of(any.path("kvlistValue").path("values")).values().forEach(map::set);
      return map;
    }
    return NODES.nullNode();
  }

  /** As a tag has it: a tree as JSON. */
  static String text(JsonNode value) {
    return value.isContainerNode() ? Json.write(value) : value.asText();
  }
}
