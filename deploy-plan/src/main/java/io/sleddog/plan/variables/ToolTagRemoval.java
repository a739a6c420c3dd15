package io.sleddog.plan.variables;

import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;

/** Takes the tag away that says who instrumented the function. */
final class ToolTagRemoval implements Rule {
  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    draft.setTag(function, Settings.TOOL_TAG, null, "the function is not instrumented any more");
  }
}
