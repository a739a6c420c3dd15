package io.sleddog.plan.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  private final FunctionDescription function =
      Functions.layered(Functions.with(Functions.java("com.acme.Orders"), "A", "a"), "x");
  private final Text group = Text.of("/aws/lambda/orders");
  private final SubscriptionFilter filter =
      new SubscriptionFilter(Text.of("f"), Text.of(""), Text.of("d"));

  @Test
  void applyTo_handler_changesTheHandler() {
    Change change = new Change.Handler(Text.of("com.acme.Orders"), Text.of("b"), "why");
    assertThat(after(change).code().handler()).isEqualTo(Text.of("b"));
    assertThat(backAndForth(change)).isEqualTo(function);
  }

  @Test
  void applyTo_layers_changesTheList() {
    Change change = new Change.LayerList(List.of(Text.of("x")), List.of(Text.of("y")), "why");
    assertThat(after(change).layers().arns()).containsExactly(Text.of("y"));
    assertThat(backAndForth(change)).isEqualTo(function);
  }

  @Test
  void applyTo_variable_addsChangesAndRemoves() {
    Change added = new Change.Variable("B", null, Text.of("b"), "why");
    Change removed = new Change.Variable("A", Text.of("a"), null, "why");
    assertThat(after(added).environment().texts()).containsOnlyKeys("A", "B");
    assertThat(after(removed).environment().texts()).isEmpty();
    assertThat(backAndForth(added)).isEqualTo(function);
    assertThat(backAndForth(removed)).isEqualTo(function);
  }

  @Test
  void applyTo_tagAndTracing_changesThem() {
    Change tag = new Change.Tag("team", null, Text.of("a"), "why");
    Change tracing = new Change.Tracing(Text.of("PassThrough"), Text.of("Active"), "why");
    assertThat(after(tag).tags().get("team")).contains(Text.of("a"));
    assertThat(after(tracing).tracing()).isEqualTo(Text.of("Active"));
    assertThat(backAndForth(tag)).isEqualTo(function);
    assertThat(backAndForth(tracing)).isEqualTo(function);
  }

  @Test
  void applyTo_filter_putsAndDeletes() {
    Change put = new Change.Filter(group, null, filter, "why");
    assertThat(after(put).logGroup().filters()).containsExactly(filter);
    assertThat(backAndForth(put)).isEqualTo(function);
  }

  @Test
  void inverse_newLogGroupAndGrant_stay() {
    LogGroup created = LogGroup.of(group, Presence.PRESENT);
    Plan plan =
        plan(
            new Change.NewLogGroup(created, "why"),
            new Change.InvokeGrant(Text.of("f"), "s", Text.of("a"), Text.of("1"), "why"));
    assertThat(plan.inverse().changes()).isEmpty();
    assertThat(plan.applyTo(function).logGroup().presence()).isEqualTo(Presence.PRESENT);
    assertThat(plan.applyTo(function).logGroup().grant()).isEqualTo(Presence.PRESENT);
  }

  @Test
  void inverse_severalChanges_areTakenBackInReverse() {
    Plan plan =
        plan(
            new Change.Variable("A", Text.of("a"), Text.of("b"), "first"),
            new Change.Variable("A", Text.of("b"), Text.of("c"), "second"));
    assertThat(plan.inverse().changes())
        .extracting(Change::reason)
        .containsExactly("takes back: second", "takes back: first");
  }

  @Test
  void changes_withRefusal_areNone() {
    Finding refusal = new Finding("id", "Orders", "no", "do not");
    Change change = new Change.Variable("B", null, Text.of("b"), "why");
    Plan plan = new Plan("Orders", List.of(change), List.of(), List.of(refusal));
    assertThat(plan.isRefused()).isTrue();
    assertThat(plan.isEmpty()).isTrue();
    assertThat(refusal).hasToString("Orders: no. do not. [id]");
  }

  private FunctionDescription after(Change change) {
    return plan(change).applyTo(function);
  }

  private FunctionDescription backAndForth(Change change) {
    return plan(change).inverse().applyTo(after(change));
  }

  private static Plan plan(Change... changes) {
    return new Plan("Orders", List.of(changes), List.of(), List.of());
  }
}
