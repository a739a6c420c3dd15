package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Whether an event matches a rule's pattern: members by members, of each list one value. Of the
 * conditions these are known: prefix, suffix, exists, anything-but, equals-ignore-case. One that is
 * not known matches, so that an event is rather shown than lost.
 */
final class EventPattern {
  private EventPattern() {}

  static boolean matches(JsonNode pattern, JsonNode event) {
    for (Map.Entry<String, JsonNode> member : pattern.properties()) {
      JsonNode value = event.path(member.getKey());
      boolean matches =
          member.getValue().isObject()
              ? matches(member.getValue(), value)
              : matchesOne(member.getValue(), value);
      if (!matches) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchesOne(JsonNode wanted, JsonNode value) {
    for (JsonNode one : wanted) {
      if (value.isArray() && !one.isObject()) {
        for (JsonNode item : value) {
          if (item.asText().equals(one.asText())) {
            return true;
          }
        }
      } else if (one.isObject() ? fulfils(one, value) : isSame(one, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(JsonNode wanted, JsonNode value) {
    return !value.isMissingNode() && wanted.asText().equals(value.asText());
  }

  private static boolean fulfils(JsonNode condition, JsonNode value) {
    Map.Entry<String, JsonNode> rule = condition.properties().iterator().next();
    JsonNode bound = rule.getValue();
    String text = value.asText();
    return switch (rule.getKey()) {
      case "exists" -> bound.asBoolean() != value.isMissingNode();
      case "prefix" -> text.startsWith(bound.asText());
      case "suffix" -> text.endsWith(bound.asText());
      case "equals-ignore-case" -> text.equalsIgnoreCase(bound.asText());
      case "anything-but" ->
          !value.isMissingNode()
              && !(bound.isArray() ? matchesOne(bound, value) : isSame(bound, value));
      default -> true;
    };
  }
}
