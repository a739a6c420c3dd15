package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Intrinsic;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.model.Entries;
import io.sleddog.plan.model.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the environments that the deployment may choose for a function. */
final class EnvironmentVariant {
  private static final String VARIABLES = "Variables";

  private final Slot variables;
  private final JsonNode inherited;

  /**
   * An environment.
   *
   * @param variables where its variables are, or will be
   * @param inherited the variables that SAM puts below them
   */
  private EnvironmentVariant(Slot variables, JsonNode inherited) {
    this.variables = variables;
    this.inherited = inherited;
  }

  /** All environments that a function may get: one, unless it is written as {@code Fn::If}. */
  static List<EnvironmentVariant> of(FunctionResource function) {
    JsonNode global = function.global("Environment");
    Slot environment = Slot.of(function.properties(), "Environment").cleared();
    boolean isInherited = environment.isEmpty() && Intrinsic.isOne(global);
    if (isInherited) {
      return List.of(
          new EnvironmentVariant(new Slot(global, node -> {}), MissingNode.getInstance()));
    }
    boolean isChosen = Intrinsic.isOne(environment.value());
    JsonNode below = isChosen ? MissingNode.getInstance() : global.path(VARIABLES);
    return environment.leaves().stream()
        .map(Slot::cleared)
        .flatMap(it -> of(it, below).stream())
        .toList();
  }

  private static List<EnvironmentVariant> of(Slot environment, JsonNode below) {
    if (Intrinsic.isOne(environment.value())) {
      return List.of(new EnvironmentVariant(environment, below));
    }
    if (environment.value() instanceof ObjectNode map) {
      Slot variables = Slot.of(map, VARIABLES).cleared();
      JsonNode inherited = Intrinsic.isOne(variables.value()) ? MissingNode.getInstance() : below;
      return variables.leaves().stream()
          .map(it -> new EnvironmentVariant(it.cleared(), inherited))
          .toList();
    }
    Slot variables =
        new Slot(
            MissingNode.getInstance(),
            node ->
                environment
                    .put()
                    .accept(JsonNodeFactory.instance.objectNode().set(VARIABLES, node)));
    return List.of(new EnvironmentVariant(variables, below));
  }

  Entries entries(Texts texts) {
    boolean isOpen = isMap(variables.value()) && isMap(inherited);
    if (!isOpen) {
      return Entries.closed();
    }
    Map<String, Text> entries = new LinkedHashMap<>();
    Merge.of(inherited, variables.value())
        .properties()
        .forEach(
            it -> {
              if (!Intrinsic.isNoValue(it.getValue())) {
                entries.put(it.getKey(), texts.read(it.getValue()));
              }
            });
    return Entries.of(entries);
  }

  /** Sets variables; null takes one out, also where it is inherited. */
  void set(Map<String, @Nullable JsonNode> changes) {
    ObjectNode map =
        variables.value() instanceof ObjectNode own ? own : JsonNodeFactory.instance.objectNode();
    changes.forEach(
        (name, node) -> {
          if (node != null) {
            map.set(name, node);
          } else if (inherited.has(name)) {
            map.set(name, Intrinsic.noValue());
          } else {
            map.remove(name);
          }
        });
    variables.put().accept(map);
  }

  private static boolean isMap(JsonNode node) {
    return node.isMissingNode() || (node.isObject() && !Intrinsic.isOne(node));
  }
}
