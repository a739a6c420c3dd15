package io.sleddog.plan.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of step: what it does to a function, and what takes it back. */
class StepsTest {
  private static final Text GROUP = Text.of("/aws/lambda/orders");
  private static final FunctionDescription FUNCTION =
      Functions.with(Functions.java("com.acme.A"), "KEPT", "1", "OLD", "x")
          .withTags(Functions.entries("team", "a"))
          .withLogGroup(LogGroup.of(GROUP, Presence.PRESENT).withFilter(filter("theirs", "t")));

  static Stream<Change> reversible() {
    return Stream.of(
        new Change.Handler(Text.of("com.acme.A"), Text.of("other"), "why"),
        new Change.LayerList(List.of(), List.of(Text.of("arn")), "why"),
        variable("NEW", null, "1"),
        variable("OLD", "x", "y"),
        variable("OLD", "x", null),
        new Change.Tag("service", null, Text.of("shop"), "why"),
        new Change.Tag("team", Text.of("a"), Text.of("b"), "why"),
        new Change.Tag("team", Text.of("a"), null, "why"),
        new Change.Tracing(Text.of("PassThrough"), Text.of("Active"), "why"),
        new Change.Filter(GROUP, null, filter("ours", "f"), "why"),
        new Change.Filter(GROUP, filter("theirs", "t"), filter("theirs", "f"), "why"),
        new Change.Filter(GROUP, filter("theirs", "t"), null, "why"));
  }

  static Stream<Change> lasting() {
    return Stream.of(
        new Change.NewLogGroup(LogGroup.of(GROUP, Presence.ABSENT), "why"),
        new Change.InvokeGrant(Text.of("f"), "id", Text.of("s"), Text.of("1"), "why"));
  }

  @ParameterizedTest
  @MethodSource("reversible")
  void inverse_ofAStep_restoresTheFunctionWithItsReason(Change change) {
    Plan plan = new Plan("Orders", List.of(change), List.of(), List.of());
    FunctionDescription after = plan.applyTo(FUNCTION);

    assertThat(after).isNotEqualTo(FUNCTION);
    assertThat(plan.inverse().applyTo(after).environment().texts())
        .containsExactlyInAnyOrderEntriesOf(FUNCTION.environment().texts());
    assertThat(plan.inverse().applyTo(after).withEnvironment(FUNCTION.environment()))
        .isEqualTo(FUNCTION);
    assertThat(plan.inverse().changes())
        .singleElement()
        .extracting(Change::reason)
        .isEqualTo("takes back: why");
  }

  @ParameterizedTest
  @MethodSource("reversible")
  void inverse_twice_isTheStepAgain(Change change) {
    Plan plan = new Plan("Orders", List.of(change), List.of(), List.of());
    FunctionDescription once = plan.applyTo(FUNCTION);

    assertThat(plan.inverse().inverse().applyTo(FUNCTION)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void inverse_ofWhatOthersMayNeed_isNothing(Change change) {
    Plan plan = new Plan("Orders", List.of(change), List.of(), List.of());

    assertThat(plan.inverse().changes()).isEmpty();
    assertThat(plan.applyTo(FUNCTION)).isNotEqualTo(FUNCTION);
  }

  @Test
  void applyTo_severalSteps_takesThemInOrder() {
    Plan plan =
        new Plan(
            "Orders",
            List.of(variable("OLD", "x", "y"), variable("OLD", "y", "z")),
            List.of(),
            List.of());

    assertThat(plan.applyTo(FUNCTION).environment().get("OLD")).contains(Text.of("z"));
    assertThat(plan.inverse().applyTo(plan.applyTo(FUNCTION))).isEqualTo(FUNCTION);
  }

  @Test
  void plan_withARefusal_hasNoStep() {
    Finding no = new Finding("id", "Orders", "it is so", "Do that");
    Plan plan = new Plan("Orders", reversible().toList(), List.of(), List.of(no));

    assertThat(plan.isRefused()).isTrue();
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.applyTo(FUNCTION)).isEqualTo(FUNCTION);
    assertThat(no).hasToString("Orders: it is so. Do that. [id]");
  }

  private static Change variable(String name, @Nullable String before, @Nullable String after) {
    return new Change.Variable(
        name,
        before == null ? null : Text.of(before),
        after == null ? null : Text.of(after),
        "why");
  }

  private static SubscriptionFilter filter(String name, String destination) {
    return new SubscriptionFilter(Text.of(name), Text.of(""), Text.of(destination));
  }
}
