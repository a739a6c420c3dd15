package io.sleddog.plan;

import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.check.Checks;
import io.sleddog.plan.code.CodeRules;
import io.sleddog.plan.logs.LogRules;
import io.sleddog.plan.logs.Subscription;
import io.sleddog.plan.model.Arn;
import io.sleddog.plan.model.Code;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.record.RecordRules;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.rule.Rule;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.variables.VariableRules;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says what is to be done to a function or a log group.
 *
 * <p>A planner holds no state and touches nothing: the same function and settings always give the
 * same plan, and a function as its plan leaves it needs no further change.
 *
 * <pre>{@code
 * FunctionDescription function =
 *     FunctionDescription.of("Orders", name, place, Code.zip(Text.of("java21"), handler));
 * Settings settings =
 *     Settings.none().withForwarder(forwarder).withLayer(layer).with(Variable.SERVICE, "orders");
 * Plan plan = new Planner().instrument(function, settings);
 * }</pre>
 */
public final class Planner {
  private static final List<Rule> INSTRUMENT =
      Stream.of(
              Checks.ofSettings(),
              CodeRules.instrument(),
              VariableRules.instrument(),
              LogRules.instrument(),
              RecordRules.instrument(),
              Checks.ofResult())
          .flatMap(List::stream)
          .toList();

  private static final List<Rule> UNINSTRUMENT =
      Stream.of(
              CodeRules.uninstrument(),
              RecordRules.uninstrument(),
              VariableRules.uninstrument(),
              LogRules.uninstrument())
          .flatMap(List::stream)
          .toList();

  /**
   * Plans what makes a function observable. The forwarder itself is left alone, with a warning.
   *
   * @param function the function as it is
   * @param settings what the user wants
   */
  public Plan instrument(FunctionDescription function, Settings settings) {
    Draft draft = new Draft(function.id());
    if (isForwarder(function, settings)) {
      draft.warn("forwarder-itself", "it is the forwarder, which stays as it is", "Exclude it");
      return draft.plan();
    }
    return draft.apply(INSTRUMENT, function, settings).plan();
  }

  /**
   * What is wrong with settings, whatever the function and wherever it is.
   *
   * @param settings what the user wants
   */
  public List<Finding> problems(Settings settings) {
    Text anything = Text.hole("anything", "anything");
    FunctionDescription function =
        FunctionDescription.of(
            "settings", anything, new Place(anything, anything, anything), Code.image());
    return new Draft("settings").apply(Checks.ofSettings(), function, settings).plan().refusals();
  }

  /**
   * Plans what takes an instrumentation back. Where the function keeps a record ({@link
   * Settings#recorded}), it becomes what it was; otherwise handler, layer, script and filter are
   * taken back, and the variables that stay are named in a warning.
   *
   * @param function the function as it is
   * @param settings the name of the filter and, if it is not the usual one, the layer
   */
  public Plan uninstrument(FunctionDescription function, Settings settings) {
    return new Draft(function.id()).apply(UNINSTRUMENT, function, settings).plan();
  }

  /**
   * Plans what lets the forwarder read a log group that belongs to no function of the settings.
   *
   * @param group the log group as it is
   * @param place where it is
   * @param settings the forwarder, and the wish for log groups
   */
  public Plan subscribe(LogGroup group, Place place, Settings settings) {
    Draft draft = new Draft(group.name().shape());
    Checks.ofSubscription(place, settings, draft);
    Subscription.subscribe(group, place, settings, draft);
    return draft.plan();
  }

  /**
   * Plans what takes our filter off a log group.
   *
   * @param group the log group as it is
   * @param settings the name of the filter
   */
  public Plan unsubscribe(LogGroup group, Settings settings) {
    Draft draft = new Draft(group.name().shape());
    Subscription.unsubscribe(group, settings, draft);
    return draft.plan();
  }

  private static boolean isForwarder(FunctionDescription function, Settings settings) {
    Text forwarder = settings.forwarder();
    return forwarder != null && Arn.areOfOneFunction(forwarder, function.arn());
  }
}
