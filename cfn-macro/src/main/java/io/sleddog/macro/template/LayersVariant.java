package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.macro.expression.Intrinsic;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of the lists of layers that the deployment may choose for a function. */
final class LayersVariant {
  private static final String LAYERS = "Layers";

  private final FunctionResource function;
  private final Slot own;
  private final JsonNode inherited;

  /**
   * A list.
   *
   * @param function whose it is
   * @param own where the list is, or will be
   * @param inherited the layers that SAM puts before them
   */
  private LayersVariant(FunctionResource function, Slot own, JsonNode inherited) {
    this.function = function;
    this.own = own;
    this.inherited = inherited;
  }

  /** All lists that a function may get: one, unless it is written as {@code Fn::If}. */
  static List<LayersVariant> of(FunctionResource function, Texts texts) {
    JsonNode global = function.global(LAYERS);
    Slot own = Slot.of(function.properties(), LAYERS).cleared();
    if (own.isEmpty() && Intrinsic.isOne(global)) {
      return instead(global, function, texts);
    }
    boolean isPlain = own.isEmpty() || own.value().isArray();
    JsonNode inherited = isPlain && global.isArray() ? global : MissingNode.getInstance();
    return own.leaves().stream()
        .map(Slot::cleared)
        .map(it -> new LayersVariant(function, listed(it, texts), inherited))
        .toList();
  }

  /** SAM takes a list of the function's own instead of an expression, and else gets a copy. */
  private static List<LayersVariant> instead(
      JsonNode global, FunctionResource function, Texts texts) {
    Optional<ArrayNode> elements = texts.elements(global);
    if (elements.isPresent()) {
      Slot own = Slot.of(function.properties(), LAYERS).holding(elements.get());
      return List.of(new LayersVariant(function, own, MissingNode.getInstance()));
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    copy.set(LAYERS, global.deepCopy());
    return Slot.of(copy, LAYERS).leaves().stream()
        .map(Slot::cleared)
        .map(it -> it.then(() -> function.setAlone(LAYERS, copy.get(LAYERS))))
        .map(it -> new LayersVariant(function, listed(it, texts), MissingNode.getInstance()))
        .toList();
  }

  /** The same place, element by element if it holds an expression for a list. */
  private static Slot listed(Slot slot, Texts texts) {
    return Intrinsic.isOne(slot.value())
        ? texts.elements(slot.value()).map(slot::holding).orElse(slot)
        : slot;
  }

  Layers layers(Texts texts) {
    if (!own.isEmpty() && !own.value().isArray()) {
      return Layers.closed();
    }
    List<Text> arns = new ArrayList<>();
    int optional = 0;
    for (JsonNode arn : Merge.of(inherited, own.value())) {
      if (!Intrinsic.isNoValue(arn)) {
        arns.add(texts.read(arn));
        optional += Intrinsic.mayBeNothing(arn) ? 1 : 0;
      }
    }
    return new Layers(arns, optional, true);
  }

  /** Sets the list; where one that is inherited changes, the function gets all to itself. */
  void put(List<Text> after, Texts texts) {
    int below = isBelow(after, texts) ? inherited.size() : 0;
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    after.subList(below, after.size()).forEach(arn -> list.add(texts.write(arn)));
    if (below == inherited.size()) {
      own.put().accept(list);
    } else {
      function.setAlone(LAYERS, list);
    }
  }

  private boolean isBelow(List<Text> after, Texts texts) {
    List<Text> first = new ArrayList<>();
    inherited.forEach(arn -> first.add(texts.read(arn)));
    return after.size() >= first.size() && after.subList(0, first.size()).equals(first);
  }
}
