package io.sleddog.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether an event matches a rule's pattern, or a message a subscription's filter policy: members
 * by members, of each list one value. A condition that is not known matches, so that an event is
 * rather shown than lost.
 */
final class EventPattern {
  private static final String EITHER = "$or";

  private EventPattern() {}

  static boolean matches(JsonNode pattern, JsonNode event) {
    for (Map.Entry<String, JsonNode> member : pattern.properties()) {
      if (!matches(member.getKey(), member.getValue(), event)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String name, JsonNode wanted, JsonNode event) {
    if (name.equals(EITHER) && wanted.isArray()) {
      for (JsonNode one : wanted) {
        if (matches(one, event)) {
          return true;
        }
      }
      return false;
    }
    JsonNode value = event.path(name);
    return wanted.isObject() ? matches(wanted, value) : matchesOne(wanted, value);
  }

  private static boolean matchesOne(JsonNode wanted, JsonNode value) {
    for (JsonNode one : wanted) {
      if (value.isArray() && !value.isEmpty() && !isAboutPresence(one)) {
        for (JsonNode item : value) {
          if (fits(one, item)) {
            return true;
          }
        }
      } else if (fits(one, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAboutPresence(JsonNode condition) {
    return condition.isObject() && condition.has("exists");
  }

  private static boolean fits(JsonNode wanted, JsonNode value) {
    return wanted.isObject() ? fulfils(wanted, value) : isSame(wanted, value);
  }

  private static boolean isSame(JsonNode wanted, JsonNode value) {
    if (wanted.isNumber() && value.isNumber()) {
      return wanted.decimalValue().compareTo(value.decimalValue()) == 0;
    }
    return !value.isMissingNode() && wanted.asText().equals(value.asText());
  }

  private static boolean fulfils(JsonNode condition, JsonNode value) {
    if (condition.isEmpty()) {
      return true;
    }
    Map.Entry<String, JsonNode> rule = condition.properties().iterator().next();
    JsonNode bound = rule.getValue();
    return switch (rule.getKey()) {
      case "exists" -> bound.asBoolean() != value.isMissingNode();
      case "prefix", "suffix", "equals-ignore-case", "wildcard" ->
          !value.isMissingNode() && isAlike(rule.getKey(), bound, value.asText());
      case "anything-but" -> !value.isMissingNode() && !isAnyOf(bound, value);
      case "numeric" -> value.isNumber() && isWithin(bound, value.asDouble());
      default -> true;
    };
  }

  private static boolean isAlike(String kind, JsonNode bound, String text) {
    boolean loose = bound.isObject() && bound.has("equals-ignore-case");
    String wanted = loose ? bound.path("equals-ignore-case").asText() : bound.asText();
    return switch (kind) {
      case "prefix" -> text.regionMatches(loose, 0, wanted, 0, wanted.length());
      case "suffix" ->
          text.regionMatches(loose, text.length() - wanted.length(), wanted, 0, wanted.length());
      case "wildcard" -> wildcard(wanted).matcher(text).matches();
      default -> text.equalsIgnoreCase(wanted);
    };
  }

  /** A star stands for any characters, unless a backslash is before it. */
  private static Pattern wildcard(String wanted) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < wanted.length(); i++) {
      char one = wanted.charAt(i);
      if (one == '\\' && i + 1 < wanted.length()) {
        regex.append(Pattern.quote(wanted.substring(++i, i + 1)));
      } else {
        regex.append(one == '*' ? ".*" : Pattern.quote(String.valueOf(one)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static boolean isAnyOf(JsonNode bound, JsonNode value) {
    if (bound.isArray()) {
      return matchesOne(bound, value);
    }
    if (!bound.isObject()) {
      return isSame(bound, value);
    }
    Map.Entry<String, JsonNode> rule = bound.properties().iterator().next();
    boolean several = rule.getValue().isArray();
    for (JsonNode one : rule.getValue()) {
      if (several && isAlike(rule.getKey(), one, value.asText())) {
        return true;
      }
    }
    return !several && isAlike(rule.getKey(), rule.getValue(), value.asText());
  }

  /** Pairs of a comparison and a number, all of which hold. */
  private static boolean isWithin(JsonNode bounds, double value) {
    for (int i = 0; i + 1 < bounds.size(); i += 2) {
      int order = Double.compare(value, bounds.path(i + 1).asDouble());
      boolean holds =
          switch (bounds.path(i).asText()) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order == 0;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }
}
