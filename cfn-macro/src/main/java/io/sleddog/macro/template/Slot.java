package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Intrinsic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A place in the template that holds a value or is empty.
 *
 * @param value what it holds; a missing node if nothing
 * @param put writes another value there
 * @param choices what the deployment must choose for the place to count, outermost first
 */
record Slot(JsonNode value, Consumer<JsonNode> put, List<Choice> choices) {
  /** Copies the choices in. */
  Slot {
    choices = List.copyOf(choices);
  }

  /** A place that counts whatever is chosen. */
  Slot(JsonNode value, Consumer<JsonNode> put) {
    this(value, put, List.of());
  }

  static Slot of(ObjectNode object, String key) {
    return new Slot(object.path(key), node -> object.set(key, node));
  }

  /** The places that the deployment may choose from: the branches of {@code Fn::If}, or this. */
  List<Slot> leaves() {
    Optional<Intrinsic> choice = Intrinsic.of(value).filter(it -> it.is("Fn::If"));
    if (choice.isPresent() && choice.get().argument() instanceof ArrayNode branches) {
      List<Slot> leaves = new ArrayList<>(branch(branches, true).leaves());
      leaves.addAll(branch(branches, false).leaves());
      return leaves;
    }
    return List.of(this);
  }

  private Slot branch(ArrayNode branches, boolean isTaken) {
    int index = isTaken ? 1 : 2;
    List<Choice> further = new ArrayList<>(choices);
    further.add(new Choice(branches.path(0).asText(), isTaken));
    return new Slot(branches.path(index), node -> branches.set(index, node), further);
  }

  /** The same place, with nothing in it if it holds {@code AWS::NoValue} or null. */
  Slot cleared() {
    boolean isNothing = value.isNull() || Intrinsic.isNoValue(value);
    return isNothing ? holding(MissingNode.getInstance()) : this;
  }

  /** The same place, with something to be done after each writing. */
  Slot then(Runnable next) {
    Consumer<JsonNode> both = put.andThen(node -> next.run());
    return new Slot(value, both, choices);
  }

  /** The same place, said to hold another value. */
  Slot holding(JsonNode other) {
    return new Slot(other, put, choices);
  }

  boolean isEmpty() {
    return value.isMissingNode();
  }
}
