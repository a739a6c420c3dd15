package io.sleddog.plan.variables;

import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.record.FunctionRecord;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.Arrays;
import java.util.Optional;

/** Writes the variables of the settings, and the few that are always written. */
final class SettingsRule implements Rule {
  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    if (!function.environment().isOpen()) {
      draft.refuse(
          "environment-closed",
          "its environment is one expression, to which nothing can be added",
          "Write the variables as a map, with expressions as its values");
      return;
    }
    FunctionRecord record = FunctionRecord.of(function);
    settings
        .variables()
        .texts()
        .forEach(
            (name, text) -> {
              boolean isOurs =
                  settings.manner().precedence() == Precedence.OVERWRITE
                      || record.hasVariable(name);
              write(function, name, Variable.written(name, text), isOurs, draft);
            });
    Arrays.stream(Variable.values())
        .filter(variable -> settings.variables().get(variable.key()).isEmpty())
        .forEach(variable -> fallback(function, variable, draft));
  }

  private static void write(
      FunctionDescription function, String name, Text text, boolean isOurs, Draft draft) {
    Optional<Text> before = function.environment().get(name);
    if (before.isEmpty()) {
      draft.setVariable(function, name, text, "sets what the settings say");
    } else if (isOurs && !before.get().sameAs(text)) {
      draft.setVariable(function, name, text, "overwrites with what the settings say");
    }
  }

  private static void fallback(FunctionDescription function, Variable variable, Draft draft) {
    boolean isAbsent = function.environment().get(variable.key()).isEmpty();
    if (isAbsent && variable.fallback().isPresent()) {
      Text text = Text.of(variable.fallback().get());
      draft.setVariable(function, variable.key(), text, "lets the forwarder find it in the log");
    }
  }
}
