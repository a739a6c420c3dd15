package io.sleddog.plan.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.Functions;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Settings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found on a log group, and what is done about it. */
class SubscriptionTest {
  private static final Text FORWARDER = Text.of(Functions.FORWARDER);

  private final LogGroup group = LogGroup.of(Text.of("/aws/lambda/orders"), Presence.PRESENT);
  private final Settings settings = Settings.none().withForwarder(FORWARDER);

  @ParameterizedTest
  @CsvSource({
    "ABSENT,false,true,NewLogGroup+Filter",
    "ABSENT,true,true,NewLogGroup+Filter",
    "ABSENT,false,false,",
    "UNKNOWN,false,true,NewLogGroup+Filter",
    "UNKNOWN,true,true,Filter",
    "UNKNOWN,false,false,Filter",
    "PRESENT,false,true,Filter",
    "PRESENT,false,false,Filter",
  })
  void subscribe_groupMayBeThere_createsItIfNeeded(
      Presence presence, boolean isCustom, boolean isCreated, String steps) {
    LogGroup given = group.withPresence(presence);
    LogGroupWish wish = LogGroupWish.standard();
    Plan plan =
        plan(
            isCustom ? given.custom() : given,
            settings.withLogGroup(isCreated ? wish : wish.existingOnly()));
    List<String> expected = steps == null ? List.of() : List.of(steps.split("\\+", 0));
    assertThat(plan.changes()).extracting(it -> it.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(plan.isRefused()).isEqualTo(steps == null);
  }

  @ParameterizedTest
  @CsvSource({
    "'',put",
    "other=x,put",
    "other=x another=y,refused",
    "other=FORWARDER,nothing",
    "other=x another=FORWARDER,nothing",
    "sleddog-forwarder=x,put",
    "sleddog-forwarder=FORWARDER,nothing",
    "other=x sleddog-forwarder=y,put",
    "other=x another=y sleddog-forwarder=z,put",
  })
  void subscribe_filtersThere_asInTheTableOfStates(String filters, String done) {
    Plan plan = plan(group.withFilters(filters(filters)), settings);
    assertThat(plan.isRefused()).isEqualTo(done.equals("refused"));
    assertThat(plan.changes()).hasSize(done.equals("put") ? 1 : 0);
  }

  @Test
  void subscribe_noSlotLeft_namesThoseThatHaveThem() {
    Plan plan = plan(group.withFilters(filters("first=x second=y")), settings);
    assertThat(plan.refusals())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("/aws/lambda/orders", "maximum of 2", "first, second");
  }

  @Test
  void subscribe_limitRaised_usesTheThirdSlot() {
    LogGroupWish wish = LogGroupWish.standard().withFilterLimit(5);
    Plan plan = plan(group.withFilters(filters("first=x second=y")), settings.withLogGroup(wish));
    assertThat(plan.changes()).hasSize(1);
  }

  @Test
  void subscribe_ownNameWithOtherForwarder_keepsWhatItReplaces() {
    Plan plan = plan(group.withFilters(filters("sleddog-forwarder=x")), settings);
    assertThat(plan.changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Filter.class,
            it -> assertThat(it.before()).isEqualTo(filter("sleddog-forwarder", "x")));
  }

  @Test
  void subscribe_withoutForwarderOrWish_doesNothing() {
    assertThat(plan(group, Settings.none()).changes()).isEmpty();
    Settings leftAlone = settings.withLogGroup(LogGroupWish.standard().leftAlone());
    assertThat(plan(group, leftAlone).changes()).isEmpty();
  }

  @Test
  void subscribe_granting_doesSoOnce() {
    Settings granting = settings.withLogGroup(LogGroupWish.standard().granted());
    assertThat(plan(group, granting).changes())
        .extracting(it -> it.getClass().getSimpleName())
        .containsExactly("InvokeGrant", "Filter");
    assertThat(plan(group.withGrant(Presence.PRESENT), granting).changes()).hasSize(1);
  }

  @Test
  void subscribe_groupItCannotRead_isRefused() {
    LogGroup own = LogGroup.ofFunction(Text.of("forwarder"), Presence.PRESENT);
    assertThat(plan(own, settings).refusals())
        .extracting(Finding::id)
        .containsExactly("forwarder-itself");
    assertThat(plan(group.withoutSubscriptions(), settings).refusals())
        .extracting(Finding::id)
        .containsExactly("log-group-class");
  }

  @Test
  void subscribe_narrowFilterOfTheForwarder_isSaid() {
    SubscriptionFilter narrow =
        new SubscriptionFilter(Text.of("errors"), Text.of("ERROR"), FORWARDER);
    Plan plan = plan(group.withFilters(List.of(narrow)), settings);
    assertThat(plan.warnings()).extracting(Finding::id).containsExactly("filter-pattern");
    LogGroupWish same = LogGroupWish.standard().withFilterPattern("ERROR");
    assertThat(plan(group.withFilters(List.of(narrow)), settings.withLogGroup(same)).warnings())
        .isEmpty();
  }

  private static Plan plan(LogGroup group, Settings settings) {
    Draft draft = new Draft("Orders");
    Subscription.subscribe(group, Functions.PLACE, settings, draft);
    return draft.plan();
  }

  private static List<SubscriptionFilter> filters(String text) {
    return Stream.of(text.split(" ", 0))
        .filter(it -> !it.isEmpty())
        .map(it -> it.split("=", 0))
        .map(it -> filter(it[0], it[1]))
        .toList();
  }

  private static SubscriptionFilter filter(String name, String destination) {
    Text arn = destination.equals("FORWARDER") ? FORWARDER : Text.of(destination);
    return new SubscriptionFilter(Text.of(name), Text.of(""), arn);
  }
}
