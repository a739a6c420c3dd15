package io.sleddog.plan.variables;

import io.sleddog.plan.rule.Rule;
import java.util.List;

/** The rules for variables, tags and X-Ray's mode. */
public final class VariableRules {
  private VariableRules() {}

  /** Sets them; tags come last, since they say what the variables say. */
  public static List<Rule> instrument() {
    return List.of(new SettingsRule(), new DatadogTagsRule(), new AwsTagsRule(), new XrayRule());
  }

  /** Takes away what is ours for certain; the rest is restored from the record. */
  public static List<Rule> uninstrument() {
    return List.of(new ToolTagRemoval());
  }
}
