package io.sleddog.plan.rule;

import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.settings.Settings;

/** One concern of a plan. */
@FunctionalInterface
public interface Rule {
  /**
   * Adds the steps and findings of this concern.
   *
   * @param function the function after the steps of the rules before this one
   * @param settings what the user wants
   * @param draft takes the steps and findings, and knows those so far
   */
  void apply(FunctionDescription function, Settings settings, Draft draft);
}
