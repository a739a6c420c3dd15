package io.sleddog.plan.code;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.record.FunctionRecord;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.Optional;

/** Gives the function its own handler back and takes the layer's script away. */
final class Deactivation implements Rule {
  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    FunctionRecord record = FunctionRecord.of(function);
    if (Redirect.isOn(function)) {
      restoreHandler(function, draft);
      if (record.isEmpty()) {
        remove(function, Variable.HANDLER, draft);
      }
    }
    if (Redirect.isScriptOn(function) && !record.hasVariable(Variable.EXEC_WRAPPER.key())) {
      remove(function, Variable.EXEC_WRAPPER, draft);
    }
  }

  static void restoreHandler(FunctionDescription function, Draft draft) {
    Text ours = function.code().handler();
    Optional<Text> target = Redirect.target(function);
    if (target.isPresent() && ours != null) {
      draft.add(new Change.Handler(ours, target.get(), "gives the function its own handler back"));
    } else {
      draft.refuse(
          "handler-lost",
          "its handler is the layer's, and DD_LAMBDA_HANDLER names none of its own",
          "Set its handler by hand");
    }
  }

  private static void remove(FunctionDescription function, Variable variable, Draft draft) {
    draft.setVariable(function, variable.key(), null, "is of no use without the layer");
  }
}
