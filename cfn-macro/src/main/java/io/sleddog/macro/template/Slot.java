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
 */
record Slot(JsonNode value, Consumer<JsonNode> put) {
  static Slot of(ObjectNode object, String key) {
    return new Slot(object.path(key), node -> object.set(key, node));
  }

  private static Slot of(ArrayNode array, int index) {
    return new Slot(array.path(index), node -> array.set(index, node));
  }

  /** The places that the deployment may choose from: the branches of {@code Fn::If}, or this. */
  List<Slot> leaves() {
    Optional<Intrinsic> choice = Intrinsic.of(value).filter(it -> it.is("Fn::If"));
    if (choice.isPresent() && choice.get().argument() instanceof ArrayNode branches) {
      List<Slot> leaves = new ArrayList<>(of(branches, 1).leaves());
      leaves.addAll(of(branches, 2).leaves());
      return leaves;
    }
    return List.of(this);
  }

  /** The same place, with nothing in it if it holds {@code AWS::NoValue} or null. */
  Slot cleared() {
    boolean isNothing = value.isNull() || Intrinsic.isNoValue(value);
    return isNothing ? new Slot(MissingNode.getInstance(), put) : this;
  }

  /** The same place, said to hold another value. */
  Slot holding(JsonNode other) {
    return new Slot(other, put);
  }

  boolean isEmpty() {
    return value.isMissingNode();
  }
}
