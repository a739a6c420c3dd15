package io.sleddog.plan.logs;

import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Logging;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;

/** Lambda's own records below a level are not written, and so nothing can be made of them. */
final class LogLevelRule implements Rule {
  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    Logging logging = function.logging();
    if (settings.forwarder() != null
        && logging.format().is("JSON")
        && logging.systemLevel().is("WARN")) {
      draft.warn(
          "system-log-level",
          "Lambda's own records are written from WARN on, so durations and costs are not counted",
          "Set SystemLogLevel to INFO, or the log format to Text");
    }
  }
}
