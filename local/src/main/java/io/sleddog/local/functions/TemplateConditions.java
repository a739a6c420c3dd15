package io.sleddog.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The conditions of a template, as far as its parameters' defaults decide them. */
final class TemplateConditions {
  /** A condition that names itself has no end. */
  private static final int DEEPEST = 30;

  private final JsonNode named;
  private final Function<JsonNode, Optional<String>> texts;

  /**
   * Those of a template.
   *
   * @param texts gives a value as text, if it is known
   */
  TemplateConditions(JsonNode template, Function<JsonNode, Optional<String>> texts) {
    this.named = template.path("Conditions");
    this.texts = texts;
  }

  /** Whether a condition of that name holds; empty if only a deployment decides it. */
  Optional<Boolean> holds(String name) {
    return holds(named.path(name), 0);
  }

  private Optional<Boolean> holds(JsonNode condition, int depth) {
    if (!condition.isObject() || condition.size() != 1 || depth > DEEPEST) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> function = condition.properties().iterator().next();
    JsonNode argument = function.getValue();
    return switch (function.getKey().replace("Fn::", "")) {
      case "Condition" -> holds(named.path(argument.asText()), depth + 1);
      case "Equals" -> equal(argument);
      case "Not" -> holds(argument.path(0), depth + 1).map(holds -> !holds);
      case "And" -> all(argument, true, depth + 1);
      case "Or" -> all(argument, false, depth + 1);
      default -> Optional.empty();
    };
  }

  private Optional<Boolean> equal(JsonNode both) {
    Optional<String> left = texts.apply(both.path(0));
    Optional<String> right = texts.apply(both.path(1));
    return left.isEmpty() || right.isEmpty() ? Optional.empty() : Optional.of(left.equals(right));
  }

  /** And gives true if all are true, or gives false if all are false; one of the others decides. */
  private Optional<Boolean> all(JsonNode conditions, boolean same, int depth) {
    boolean unknown = false;
    for (JsonNode condition : conditions) {
      Optional<Boolean> holds = holds(condition, depth);
      if (holds.isPresent() && holds.get() != same) {
        return Optional.of(!same);
      }
      unknown |= holds.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(same);
  }
}
