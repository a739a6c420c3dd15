package io.sleddog.plan.record;

import io.sleddog.plan.rule.Rule;
import java.util.List;

/** The rules that write the record, and those that restore a function from it. */
public final class RecordRules {
  private RecordRules() {}

  /** Writes the record; made after all rules that change the function. */
  public static List<Rule> instrument() {
    return List.of(new RecordRule());
  }

  /** Restores variables, tags and X-Ray's mode, and removes the record. */
  public static List<Rule> uninstrument() {
    return List.of(new RestoreRule());
  }
}
