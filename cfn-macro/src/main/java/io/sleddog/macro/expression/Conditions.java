package io.sleddog.macro.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The template's conditions, as far as they are certain. */
final class Conditions {
  private final JsonNode declared;
  private final Values values;

  Conditions(JsonNode declared, Values values) {
    this.declared = declared;
    this.values = values;
  }

  Optional<Boolean> isTrue(String name) {
    return isTrue(name, new HashSet<>());
  }

  /** Names seen on the way guard against conditions that refer to themselves. */
  private Optional<Boolean> isTrue(String name, Set<String> seen) {
    return seen.add(name) ? isTrue(declared.path(name), seen) : Optional.empty();
  }

  private Optional<Boolean> isTrue(JsonNode node, Set<String> seen) {
    Optional<Intrinsic> call = Intrinsic.of(node);
    return call.flatMap(it -> isTrue(it, seen));
  }

  private Optional<Boolean> isTrue(Intrinsic call, Set<String> seen) {
    JsonNode argument = call.argument();
    return switch (call.name()) {
      case "Condition" -> isTrue(argument.asText(), new HashSet<>(seen));
      case "Fn::Equals" ->
          Values.all(argument, values::of)
              .filter(it -> it.size() == 2)
              .map(it -> it.get(0).equals(it.get(1)));
      case "Fn::And" -> each(argument, seen).map(it -> !it.contains(false));
      case "Fn::Or" -> each(argument, seen).map(it -> it.contains(true));
      case "Fn::Not" -> each(argument, seen).map(it -> it.contains(false));
      default -> Optional.empty();
    };
  }

  private Optional<List<Boolean>> each(JsonNode arguments, Set<String> seen) {
    return Values.all(arguments, it -> isTrue(it, seen));
  }
}
