package io.sleddog.plan.change;

import io.sleddog.plan.model.FunctionDescription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is to be done to one function or log group.
 *
 * <p>A plan with a refusal has no change: nothing is done by halves.
 *
 * @param subject whom the plan is about, as messages name it
 * @param changes the steps, in the order in which they are taken; none if all is done already
 * @param warnings what will not work as the user may expect
 * @param refusals why nothing is done
 */
public record Plan(
    String subject, List<Change> changes, List<Finding> warnings, List<Finding> refusals) {
  /** Copies the lists in. */
  public Plan {
    warnings = List.copyOf(warnings);
    refusals = List.copyOf(refusals);
    changes = refusals.isEmpty() ? List.copyOf(changes) : List.of();
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether the plan must not be carried out. */
  public boolean isRefused() {
    return !refusals.isEmpty();
  }

  /**
   * The plan that takes back every step of this one, the last first. What holds the user's logs or
   * may serve others stays: {@link Change.NewLogGroup} and {@link Change.InvokeGrant}.
   */
  public Plan inverse() {
    List<Change> back = new ArrayList<>();
    for (Change change : changes) {
      Inverse.of(change).ifPresent(back::add);
    }
    Collections.reverse(back);
    return new Plan(subject, back, List.of(), refusals);
  }

  /** The function after the steps of this plan. */
  public FunctionDescription applyTo(FunctionDescription function) {
    FunctionDescription after = function;
    for (Change change : changes) {
      after = Application.of(change, after);
    }
    return after;
  }
}
