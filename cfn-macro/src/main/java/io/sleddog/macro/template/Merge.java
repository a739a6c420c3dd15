package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Intrinsic;

/**
 * Lays a function's properties over SAM's {@code Globals}, as SAM does: maps are merged key by key,
 * lists are put behind each other, all else is the function's own if it has it.
 */
final class Merge {
  private Merge() {}

  static JsonNode of(JsonNode global, JsonNode own) {
    if (own.isMissingNode() || global.isMissingNode()) {
      return own.isMissingNode() ? global.deepCopy() : own.deepCopy();
    }
    if (global instanceof ArrayNode first && own instanceof ArrayNode second) {
      return first.deepCopy().addAll(second.deepCopy());
    }
    if (isMap(global) && isMap(own)) {
      ObjectNode merged = global.deepCopy();
      own.properties()
          .forEach(it -> merged.set(it.getKey(), of(global.path(it.getKey()), it.getValue())));
      return merged;
    }
    return own.deepCopy();
  }

  private static boolean isMap(JsonNode node) {
    return node.isObject() && !Intrinsic.isOne(node);
  }
}
