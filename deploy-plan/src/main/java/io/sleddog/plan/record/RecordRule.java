package io.sleddog.plan.record;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;

/** Keeps in the function what its changes replace. */
final class RecordRule implements Rule {
  @Override
  public void apply(FunctionDescription function, Settings settings, Draft draft) {
    FunctionRecord record = FunctionRecord.of(function);
    if (!settings.manner().isRecorded()) {
      return;
    }
    if (!record.isReadable()) {
      draft.refuse(
          "record-unreadable",
          "its variable " + Settings.RECORD + " is not a record of earlier values",
          "Restore the variable, or remove it and with it the way back");
      return;
    }
    try {
      write(function, record, draft);
    } catch (IllegalArgumentException unknown) {
      draft.refuse(
          "record-unknown",
          "what it has now cannot be recorded: " + unknown.getMessage(),
          "Instrument it where it is declared, without a record");
    }
  }

  private static void write(FunctionDescription function, FunctionRecord before, Draft draft) {
    FunctionRecord after = before;
    for (Change change : draft.changes()) {
      after = after.with(change);
    }
    if (!after.isEmpty()) {
      String reason = "records what the function had before";
      draft.setVariable(function, Settings.RECORD, Text.of(after.text()), reason);
    }
  }
}
