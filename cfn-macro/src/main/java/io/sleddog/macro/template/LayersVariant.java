package io.sleddog.macro.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sleddog.macro.expression.Intrinsic;
import io.sleddog.macro.expression.Texts;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.Text;
import java.util.ArrayList;
import java.util.List;

/** One of the lists of layers that the deployment may choose for a function. */
final class LayersVariant {
  private final Slot own;
  private final JsonNode inherited;

  /**
   * A list.
   *
   * @param own where the list is, or will be
   * @param inherited the layers that SAM puts before them
   */
  private LayersVariant(Slot own, JsonNode inherited) {
    this.own = own;
    this.inherited = inherited;
  }

  /** All lists that a function may get: one, unless it is written as {@code Fn::If}. */
  static List<LayersVariant> of(FunctionResource function, Texts texts) {
    JsonNode global = function.global("Layers");
    Slot own = Slot.of(function.properties(), "Layers").cleared();
    if (own.isEmpty() && Intrinsic.isOne(global)) {
      return List.of(new LayersVariant(instead(global, own, texts), MissingNode.getInstance()));
    }
    boolean isPlain = own.isEmpty() || own.value().isArray();
    JsonNode inherited = isPlain && global.isArray() ? global : MissingNode.getInstance();
    return own.leaves().stream()
        .map(Slot::cleared)
        .map(it -> new LayersVariant(listed(it, texts), inherited))
        .toList();
  }

  /** A list of the function's own takes the place of an expression in {@code Globals}. */
  private static Slot instead(JsonNode global, Slot own, Texts texts) {
    return texts.elements(global).map(own::holding).orElseGet(() -> new Slot(global, node -> {}));
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

  /**
   * Sets the list.
   *
   * @return false if that would change the layers that are inherited, which is not done
   */
  boolean put(List<Text> after, Texts texts) {
    int below = inherited.size();
    for (int i = 0; i < below; i++) {
      if (i >= after.size() || !after.get(i).equals(texts.read(inherited.get(i)))) {
        return false;
      }
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    after.subList(below, after.size()).forEach(arn -> list.add(texts.write(arn)));
    own.put().accept(list);
    return true;
  }
}
