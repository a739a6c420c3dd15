package io.sleddog.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.calls.ApiCalls;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.Layers;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Precedence;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every function and all settings, tried on some thousands drawn at random. */
class PlanPropertiesTest {
  private static final int CASES = 3000;

  private final Planner planner = new Planner();

  @Test
  void instrument_twice_changesNothingTheSecondTime() {
    forAll(
        true,
        (function, settings) -> {
          Plan plan = planner.instrument(function, settings);
          Plan again = planner.instrument(plan.applyTo(function), settings);
          assertThat(plan.isRefused() ? List.of() : again.changes()).isEmpty();
          assertThat(again.isRefused()).isEqualTo(plan.isRefused());
        });
  }

  @Test
  void inverse_afterItsPlan_restoresTheFunction() {
    forAll(
        true,
        (function, settings) -> {
          Plan plan = planner.instrument(function, settings);
          FunctionDescription back = plan.inverse().applyTo(plan.applyTo(function));
          assertThat(back.logGroup().filters()).isEqualTo(function.logGroup().filters());
          assertThat(back.withLogGroup(function.logGroup())).isEqualTo(function);
        });
  }

  @Test
  void uninstrument_withRecord_restoresTheFunction() {
    forAll(
        false,
        (function, wish) -> {
          Settings settings = wish.recorded();
          FunctionDescription after = planner.instrument(function, settings).applyTo(function);
          Plan back = planner.uninstrument(after, settings);
          assertThat(back.refusals()).isEmpty();
          LogGroup group = function.logGroup();
          assertThat(back.applyTo(after).logGroup().filters()).isEqualTo(group.filters());
          FunctionDescription restored = back.applyTo(after).withLogGroup(group);
          boolean isRestorable = !after.equals(function) && isRecorded(after);
          assertThat(isRestorable ? restored : function).isEqualTo(function);
        });
  }

  @Test
  void uninstrument_afterSeveralWishes_restoresTheFunctionAsItWasBeforeTheFirst() {
    forAll(
        false,
        (function, wish) -> {
          FunctionDescription after = function;
          for (int seed = 0; seed < 3; seed++) {
            Settings next = new RandomCases(wish.hashCode() + seed, false).settings().recorded();
            after = planner.instrument(after, next.withLogGroup(wish.logGroup())).applyTo(after);
          }
          Plan back = planner.uninstrument(after, wish);
          FunctionDescription restored = back.applyTo(after).withLogGroup(function.logGroup());
          assertThat(isRecorded(after) ? restored : function).isEqualTo(function);
        });
  }

  @Test
  void calls_ofAPlanAndItsInverse_areThereWhereSomethingChanges() {
    forAll(
        false,
        (function, settings) -> {
          Plan plan = planner.instrument(function, settings);
          Plan inverse = plan.inverse();
          assertThat(ApiCalls.of(function, plan).isEmpty()).isEqualTo(plan.changes().isEmpty());
          assertThat(ApiCalls.of(plan.applyTo(function), inverse).isEmpty())
              .isEqualTo(inverse.changes().isEmpty());
        });
  }

  @Test
  void instrument_always_leavesWhatIsNotItsOwn() {
    forAll(
        true,
        (function, settings) -> {
          FunctionDescription after = planner.instrument(function, settings).applyTo(function);
          Set<String> ours = new HashSet<>(settings.variables().texts().keySet());
          Arrays.stream(Variable.values()).map(Variable::key).forEach(ours::add);
          assertThat(without(after.environment().texts(), ours))
              .isEqualTo(without(function.environment().texts(), ours));
          Set<String> tags = new HashSet<>(settings.tags().texts().keySet());
          tags.addAll(List.of("service", "env", "version", "sleddog"));
          assertThat(without(after.tags().texts(), tags))
              .isEqualTo(without(function.tags().texts(), tags));
          assertThat(others(after)).isEqualTo(others(function));
          assertThat(foreign(after)).isEqualTo(foreign(function));
          assertThat(after.code().runtime()).isEqualTo(function.code().runtime());
        });
  }

  @Test
  void instrument_keeping_changesNoValueOfTheUser() {
    forAll(
        true,
        (function, wish) -> {
          Settings settings = wish.withPrecedence(Precedence.KEEP);
          FunctionDescription after = planner.instrument(function, settings).applyTo(function);
          Set<String> merged = Set.of("DD_TAGS");
          assertThat(after.environment().texts())
              .containsAllEntriesOf(without(function.environment().texts(), merged));
          assertThat(after.tags().texts()).containsAllEntriesOf(function.tags().texts());
        });
  }

  @Test
  void instrument_redirecting_keepsTheHandlerAsItStands() {
    forAll(
        true,
        (function, settings) -> {
          FunctionDescription after = planner.instrument(function, settings).applyTo(function);
          Text before = function.code().handler();
          if (before != null
              && !before.is(RandomCases.OUR_HANDLER)
              && !before.equals(after.code().handler())) {
            assertThat(after.environment().get("DD_LAMBDA_HANDLER").filter(before::sameAs))
                .isPresent();
          }
        });
  }

  @Test
  void instrument_refused_changesNothing() {
    forAll(
        true,
        (function, wish) -> {
          Settings settings = wish.withLogGroup(LogGroupWish.standard().withFilterName(":"));
          Plan plan = planner.instrument(function, settings);
          assertThat(plan.refusals()).isNotEmpty();
          assertThat(plan.applyTo(function)).isEqualTo(function);
        });
  }

  private static void forAll(
      boolean mayBeUnknown, BiConsumer<FunctionDescription, Settings> property) {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCases cases = new RandomCases(seed, mayBeUnknown);
      FunctionDescription function = cases.function();
      Settings settings = cases.settings();
      try {
        property.accept(function, settings);
      } catch (AssertionError failure) {
        throw new AssertionError("seed " + seed + ": " + function + " with " + settings, failure);
      }
    }
  }

  private static boolean isRecorded(FunctionDescription function) {
    return function.environment().get(Settings.RECORD).isPresent();
  }

  private static Map<String, Text> without(Map<String, Text> texts, Set<String> names) {
    return texts.entrySet().stream()
        .filter(it -> !names.contains(it.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<SubscriptionFilter> foreign(FunctionDescription function) {
    return function.logGroup().filters().stream()
        .filter(it -> !it.name().is(LogGroupWish.FILTER_NAME))
        .toList();
  }

  private static List<Text> others(FunctionDescription function) {
    return function.layers().arns().stream()
        .filter(arn -> !Layers.nameOf(arn).equals(Optional.of(Layers.OURS)))
        .toList();
  }
}
