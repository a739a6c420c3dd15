package io.sleddog.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogGroupTest {
  private static final LogGroup GROUP = LogGroup.of(Text.of("/mine"), Presence.UNKNOWN);

  static Stream<UnaryOperator<LogGroup>> copies() {
    return Stream.of(
        LogGroup::custom,
        LogGroup::withoutSubscriptions,
        it -> it.withPresence(Presence.ABSENT),
        it -> it.withGrant(Presence.PRESENT),
        it -> it.withRetentionDays(7),
        it -> it.withFilters(List.of(filter("a", "x"))));
  }

  @ParameterizedTest
  @MethodSource("copies")
  void copy_ofAGroup_differsInOnePartAndKeepsTheName(UnaryOperator<LogGroup> copy) {
    LogGroup changed = copy.apply(GROUP);

    assertThat(changed).isNotEqualTo(GROUP).isEqualTo(copy.apply(GROUP));
    assertThat(changed.name()).isEqualTo(GROUP.name());
    assertThat(copies().filter(it -> !it.apply(changed).equals(changed)).count())
        .isEqualTo(copies().count() - 1);
  }

  @Test
  void withFilter_ofANewName_isLast() {
    LogGroup group = GROUP.withFilter(filter("a", "x")).withFilter(filter("b", "y"));

    assertThat(group.filters()).containsExactly(filter("a", "x"), filter("b", "y"));
  }

  @Test
  void withFilter_ofAKnownName_takesItsPlace() {
    LogGroup group =
        GROUP
            .withFilter(filter("a", "x"))
            .withFilter(filter("b", "y"))
            .withFilter(filter("a", "z"));

    assertThat(group.filters()).containsExactly(filter("a", "z"), filter("b", "y"));
  }

  @Test
  void withoutFilter_ofAName_takesThatOneAway() {
    LogGroup group = GROUP.withFilter(filter("a", "x")).withFilter(filter("b", "y"));

    assertThat(group.withoutFilter(Text.of("a")).filters()).containsExactly(filter("b", "y"));
    assertThat(group.withoutFilter(Text.of("c"))).isEqualTo(group);
  }

  @Test
  void ofFunction_unknownName_keepsTheHole() {
    LogGroup group = LogGroup.ofFunction(Text.hole("n", "Name"), Presence.ABSENT);

    assertThat(group.name().shape()).isEqualTo("/aws/lambda/${Name}");
    assertThat(group.isCustom()).isFalse();
    assertThat(group.takesFilters()).isTrue();
    assertThat(group.retentionDays()).isNull();
  }

  @Test
  void withFilters_aList_isACopy() {
    List<SubscriptionFilter> filters = new ArrayList<>(List.of(filter("a", "x")));
    LogGroup group = GROUP.withFilters(filters);
    filters.clear();

    assertThat(group.filters()).hasSize(1);
  }

  private static SubscriptionFilter filter(String name, String destination) {
    return new SubscriptionFilter(Text.of(name), Text.of(""), Text.of(destination));
  }
}
