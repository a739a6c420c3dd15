package io.sleddog.plan.variables;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;

/** Switches X-Ray on, unless the deployment decides that. */
final class XrayRule implements Rule {
  private static final Text ACTIVE = Text.of("Active");

  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    boolean isOff = function.tracing().isKnown() && !function.tracing().sameAs(ACTIVE);
    if (settings.manner().isXrayActive() && isOff) {
      draft.add(
          new Change.Tracing(function.tracing(), ACTIVE, "lets X-Ray trace the function too"));
    }
  }
}
