package io.sleddog.plan.code;

import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;

/** Datadog's extension and a forwarder would both send everything: one of them has to go. */
final class ExtensionRule implements Rule {
  private static final String EXTENSION = "Datadog-Extension";

  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    if (function.layers().arns().stream().noneMatch(ExtensionRule::isExtension)) {
      return;
    }
    if (settings.forwarder() != null) {
      draft.refuse(
          "extension-present",
          "it has Datadog's extension and would get the forwarder as well",
          "Remove the extension's layer, or leave this function to the extension");
    } else {
      draft.warn(
          "extension-present",
          "it has Datadog's extension, beside which the wrapper writes nothing",
          "Remove the extension's layer to use the forwarder");
    }
  }

  private static boolean isExtension(Text arn) {
    return Layers.nameOf(arn).filter(name -> name.startsWith(EXTENSION)).isPresent();
  }
}
