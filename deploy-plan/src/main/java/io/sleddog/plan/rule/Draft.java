package io.sleddog.plan.rule;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plan that is being made; one thread makes it. */
public final class Draft {
  private final String subject;
  private final List<Change> changes = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();
  private final List<Finding> refusals = new ArrayList<>();

  /**
   * An empty draft.
   *
   * @param subject whom the plan is about, as messages name it
   */
  public Draft(String subject) {
    this.subject = subject;
  }

  /** Whom the plan is about. */
  public String subject() {
    return subject;
  }

  /** The steps so far. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** Adds a step. */
  public void add(Change change) {
    changes.add(change);
  }

  /** Sets a variable of the function, or removes it if the text is null. */
  public void setVariable(
      FunctionDescription function, String name, @Nullable Text after, String reason) {
    Text before = function.environment().texts().get(name);
    if (!Objects.equals(before, after)) {
      add(new Change.Variable(name, before, after, reason));
    }
  }

  /** Sets an AWS tag of the function, or removes it if the text is null. */
  public void setTag(
      FunctionDescription function, String key, @Nullable Text after, String reason) {
    Text before = function.tags().texts().get(key);
    if (!Objects.equals(before, after)) {
      add(new Change.Tag(key, before, after, reason));
    }
  }

  /** Notes what the user may not expect; the parameters are those of {@link Finding}. */
  public void warn(String id, String message, String remedy) {
    warnings.add(new Finding(id, subject, message, remedy));
  }

  /** Notes why nothing can be done; the parameters are those of {@link Finding}. */
  public void refuse(String id, String message, String remedy) {
    refusals.add(new Finding(id, subject, message, remedy));
  }

  /** Applies rules one after the other, each to the function as those before it leave it. */
  public Draft apply(List<Rule> rules, FunctionDescription function, Settings settings) {
    for (Rule rule : rules) {
      rule.apply(soFar(function), settings, this);
    }
    return this;
  }

  /** The plan as it stands. */
  public Plan plan() {
    return new Plan(subject, changes, warnings, refusals);
  }

  private FunctionDescription soFar(FunctionDescription function) {
    return new Plan(subject, changes, List.of(), List.of()).applyTo(function);
  }
}
