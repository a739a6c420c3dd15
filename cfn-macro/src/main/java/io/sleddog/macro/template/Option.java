package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Intrinsic;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a value is under certain conditions.
 *
 * @param choices the conditions, outermost first
 * @param node the value; {@code null} if there is none then
 */
record Option(List<Choice> choices, @Nullable JsonNode node) {
  /** Copies the choices in. */
  Option {
    choices = List.copyOf(choices);
  }

  /** The value alone. */
  static Option always(JsonNode node) {
    return new Option(List.of(), node);
  }

  /** The option with its value changed, if it has one. */
  Option map(UnaryOperator<JsonNode> change) {
    return node == null ? this : new Option(choices, change.apply(node));
  }

  /** One node for all options: {@code Fn::If} around them, where they are not the same. */
  static JsonNode choose(List<Option> options) {
    JsonNode first = options.get(0).nodeOrNothing();
    if (options.stream().allMatch(it -> it.nodeOrNothing().equals(first))) {
      return first.deepCopy();
    }
    String condition = options.get(0).choices.get(0).condition();
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    ArrayNode branches = call.putArray("Fn::If").add(condition);
    branches.add(choose(branch(options, true)));
    branches.add(choose(branch(options, false)));
    return call;
  }

  private static List<Option> branch(List<Option> options, boolean isTaken) {
    return options.stream()
        .filter(it -> it.choices.get(0).isTaken() == isTaken)
        .map(it -> new Option(it.choices.subList(1, it.choices.size()), it.node))
        .toList();
  }

  private JsonNode nodeOrNothing() {
    return node == null ? Intrinsic.noValue() : node;
  }
}
