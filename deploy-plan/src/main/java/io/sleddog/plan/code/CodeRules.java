package io.sleddog.plan.code;

import io.sleddog.plan.rule.Rule;
import java.util.List;

/** The rules that attach the layer and switch the wrapper on, and those that take both back. */
public final class CodeRules {
  private CodeRules() {}

  /** Attaches and switches on. */
  public static List<Rule> instrument() {
    return List.of(new ExtensionRule(), new RuntimeRule(), new LayerRule(), new ActivationRule());
  }

  /** Takes off and switches off, as far as it can be seen on the function itself. */
  public static List<Rule> uninstrument() {
    return List.of(new LayerRemoval(), new Deactivation());
  }
}
