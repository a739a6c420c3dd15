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
  private static final String ENVIRONMENT = "Environment";
  private static final String VARIABLES = "Variables";

  private final Slot variables;
  private final JsonNode inherited;
  private final List<Choice> choices;
  private final Runnable then;

  /**
   * An environment.
   *
   * @param variables where its variables are, or will be
   * @param inherited the variables that SAM puts below them
   * @param choices what the deployment must choose for it
   * @param then what is to be done when variables were set
   */
  private EnvironmentVariant(
      Slot variables, JsonNode inherited, List<Choice> choices, Runnable then) {
    this.variables = variables;
    this.inherited = inherited;
    this.choices = List.copyOf(choices);
    this.then = then;
  }

  /** All environments that a function may get: one, unless it is written as {@code Fn::If}. */
  static List<EnvironmentVariant> of(FunctionResource function) {
    JsonNode global = function.global(ENVIRONMENT);
    Slot environment = Slot.of(function.properties(), ENVIRONMENT).cleared();
    boolean isExpression = Intrinsic.isOne(global) || Intrinsic.isOne(global.path(VARIABLES));
    if (environment.isEmpty() && isExpression) {
      return copied(global, function);
    }
    boolean isChosen = Intrinsic.isOne(environment.value());
    JsonNode below = isChosen ? MissingNode.getInstance() : global.path(VARIABLES);
    return of(environment, below, () -> {});
  }

  /** SAM cannot lay variables over an expression, so the function gets a copy of it to itself. */
  private static List<EnvironmentVariant> copied(JsonNode global, FunctionResource function) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    copy.set(ENVIRONMENT, global.deepCopy());
    return of(
        Slot.of(copy, ENVIRONMENT),
        MissingNode.getInstance(),
        () -> function.setAlone(ENVIRONMENT, copy.get(ENVIRONMENT)));
  }

  private static List<EnvironmentVariant> of(Slot environment, JsonNode below, Runnable then) {
    return environment.leaves().stream()
        .map(Slot::cleared)
        .flatMap(it -> ofLeaf(it, below, then).stream())
        .toList();
  }

  private static List<EnvironmentVariant> ofLeaf(Slot environment, JsonNode below, Runnable then) {
    List<Choice> choices = environment.choices();
    if (Intrinsic.isOne(environment.value())) {
      return List.of(new EnvironmentVariant(environment, below, choices, then));
    }
    if (environment.value() instanceof ObjectNode map) {
      Slot own = Slot.of(map, VARIABLES).cleared();
      Slot variables = new Slot(own.value(), own.put(), choices);
      JsonNode inherited = Intrinsic.isOne(own.value()) ? MissingNode.getInstance() : below;
      return variables.leaves().stream()
          .map(it -> new EnvironmentVariant(it.cleared(), inherited, it.choices(), then))
          .toList();
    }
    Slot variables =
        new Slot(
            MissingNode.getInstance(),
            node ->
                environment
                    .put()
                    .accept(JsonNodeFactory.instance.objectNode().set(VARIABLES, node)));
    return List.of(new EnvironmentVariant(variables, below, choices, then));
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
    then.run();
  }

  /** What the deployment must choose for this environment, outermost first. */
  List<Choice> choices() {
    return choices;
  }

  private static boolean isMap(JsonNode node) {
    return node.isMissingNode() || (node.isObject() && !Intrinsic.isOne(node));
  }
}
