package io.sleddog.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Settings;
import io.sleddog.plan.settings.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private final Place place = new Place(Text.of("aws"), Text.of("eu-west-1"), Text.of("1"));
  private final Text forwarder = Text.of("arn:aws:lambda:eu-west-1:1:function:forwarder");
  private final Settings settings = Settings.none().withForwarder(forwarder);
  private final LogGroup group = LogGroup.of(Text.of("/api/access"), Presence.PRESENT);

  @Test
  void subscribe_otherLogGroup_putsAFilter() {
    Plan plan = new Planner().subscribe(group, place, settings);
    assertThat(plan.changes())
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Filter.class, it -> assertThat(it.logGroup()).isEqualTo(group.name()));
  }

  @Test
  void subscribe_theForwardersOwnLogGroup_isRefused() {
    LogGroup own = LogGroup.ofFunction(Text.of("forwarder"), Presence.PRESENT);
    assertThat(new Planner().subscribe(own, place, settings).refusals())
        .extracting(Finding::id)
        .containsExactly("forwarder-itself");
  }

  @Test
  void subscribe_forwarderElsewhere_isRefused() {
    Text elsewhere = Text.of("arn:aws:lambda:us-east-1:1:function:forwarder");
    Plan plan = new Planner().subscribe(group, place, settings.withForwarder(elsewhere));
    assertThat(plan.refusals()).extracting(Finding::id).containsExactly("forwarder-region");
  }

  @Test
  void unsubscribe_ownAndOtherFilters_takesItsOwn() {
    SubscriptionFilter own =
        new SubscriptionFilter(Text.of("sleddog-forwarder"), Text.of(""), forwarder);
    SubscriptionFilter other = new SubscriptionFilter(Text.of("other"), Text.of(""), forwarder);
    Plan plan = new Planner().unsubscribe(group.withFilters(List.of(other, own)), settings);
    assertThat(plan.changes())
        .containsExactly(new Change.Filter(group.name(), own, null, "the filter is ours"));
  }

  @Test
  void problems_ofSettings_areTheirsWhateverTheFunction() {
    Settings wrong =
        Settings.none()
            .withForwarder(Text.of("forwarder"))
            .withLayer(Text.of("arn:aws:lambda:eu-west-1:1:layer:sleddog"))
            .with(Variable.SITE, "datadog.com")
            .withVariable("AWS_REGION", Text.of("x"))
            .withTag("a,b", Text.of("c"))
            .withLogGroup(LogGroupWish.standard().withRetentionDays(4));
    assertThat(new Planner().problems(wrong))
        .extracting(Finding::id)
        .containsExactlyInAnyOrder(
            "forwarder-arn", "layer-arn", "site", "reserved-name", "tag-syntax", "retention");
  }

  @Test
  void problems_ofSettingsForAnyPlace_areNone() {
    Settings right =
        Settings.none()
            .withForwarder(Text.of("arn:aws-cn:lambda:cn-north-1:1:function:f"))
            .withLayer(Text.hole("layer", "Layer"))
            .with(Variable.ENV, "prod");
    assertThat(new Planner().problems(right)).isEmpty();
    assertThat(new Planner().problems(Settings.none())).isEmpty();
  }
}
