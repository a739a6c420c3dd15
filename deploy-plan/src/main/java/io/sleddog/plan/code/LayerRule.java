package io.sleddog.plan.code;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Activation;
import io.sleddog.plan.settings.Settings;
import java.util.List;

/** Attaches the layer after the others, or in the place of another version of it. */
final class LayerRule implements Rule {
  private static final int LAYERS = 5;

  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    if (RuntimeKind.of(function.code()) != RuntimeKind.JAVA) {
      return;
    }
    Text layer = settings.layer();
    if (layer == null) {
      noLayer(function.layers(), settings.manner().activation(), draft);
    } else if (function.layers().isOpen()) {
      attach(function, layer, draft);
    } else {
      draft.refuse(
          "layers-closed",
          "its list of layers is one expression, to which nothing can be added",
          "Write Layers as a list, with expressions as its elements");
    }
  }

  private static void noLayer(Layers layers, Activation activation, Draft draft) {
    boolean mayBeThere = !layers.isOpen() || layers.arns().stream().anyMatch(LayerRule::mayBeOurs);
    if (mayBeThere || activation == Activation.IN_CODE) {
      return;
    }
    String remedy = "Give the ARN of the layer's version";
    if (activation == Activation.EXEC_SCRIPT) {
      draft.refuse("layer-missing", "the script to start it with is in the layer", remedy);
    } else {
      draft.warn(
          "layer-missing",
          "no layer is given, so the function must bring the library among its own jars",
          remedy);
    }
  }

  private static void attach(FunctionDescription function, Text layer, Draft draft) {
    List<Text> before = function.layers().arns();
    List<Text> after = function.layers().put(layer);
    boolean isAdded = after.size() > before.size();
    if (isAdded && after.size() - function.layers().optional() > LAYERS) {
      draft.refuse(
          "layer-limit",
          "it has " + before.size() + " layers, and Lambda allows " + LAYERS,
          "Remove a layer, or put the library's jar among the function's own");
    } else if (before.stream().noneMatch(layer::sameAs)) {
      String reason = isAdded ? "attaches the layer" : "replaces another version of the layer";
      draft.add(new Change.LayerList(before, after, reason));
      room(after.size(), draft);
      signature(function, draft);
    }
  }

  private static void room(int layers, Draft draft) {
    if (layers > LAYERS) {
      draft.warn(
          "layer-limit",
          "it may get " + layers + " layers, and Lambda allows " + LAYERS,
          "Remove a layer, or make sure that not all of them are chosen");
    }
  }

  private static void signature(FunctionDescription function, Draft draft) {
    if (function.code().isSigned()) {
      draft.warn(
          "layer-signature",
          "its code-signing configuration may refuse a layer that is not signed",
          "Sign the layer with a profile that the configuration trusts");
    }
  }

  private static boolean mayBeOurs(Text arn) {
    return Layers.nameOf(arn).map(Layers.OURS::equals).orElse(true);
  }
}
