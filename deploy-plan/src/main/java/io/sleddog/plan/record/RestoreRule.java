package io.sleddog.plan.record;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;
import java.util.List;

/** Gives a function back what its record holds, and takes the record away. */
final class RestoreRule implements Rule {
  private static final String REASON = "restores what the function had before";

  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    FunctionRecord record = FunctionRecord.of(function);
    if (!record.isReadable()) {
      draft.refuse(
          "record-unreadable",
          "its variable " + Settings.RECORD + " is not a record of earlier values",
          "Restore the variable, or remove it to have only handler, layer and filter taken back");
    } else if (record.isEmpty()) {
      warnOfRest(function, draft);
    } else {
      restore(function, record, draft);
    }
  }

  private static void restore(FunctionDescription function, FunctionRecord record, Draft draft) {
    record
        .variables()
        .forEach(
            (name, text) ->
                draft.setVariable(function, name, text.map(Text::of).orElse(null), REASON));
    record
        .tags()
        .forEach(
            (key, text) -> draft.setTag(function, key, text.map(Text::of).orElse(null), REASON));
    record
        .tracing()
        .map(Text::of)
        .filter(mode -> !mode.sameAs(function.tracing()))
        .ifPresent(mode -> draft.add(new Change.Tracing(function.tracing(), mode, REASON)));
    draft.setVariable(function, Settings.RECORD, null, "removes the record");
  }

  private static void warnOfRest(FunctionDescription function, Draft draft) {
    List<String> left =
        function.environment().texts().keySet().stream()
            .filter(name -> name.startsWith("DD_"))
            .toList();
    if (!left.isEmpty()) {
      draft.warn(
          "variables-left",
          "it keeps no record of what it had before, so these stay: " + String.join(", ", left),
          "Remove by hand those that you did not set yourself");
    }
  }
}
