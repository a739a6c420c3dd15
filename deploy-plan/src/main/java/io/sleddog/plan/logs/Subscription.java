package io.sleddog.plan.logs;

import io.sleddog.plan.change.Change;
import io.sleddog.plan.model.Arn;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.rule.Draft;
import io.sleddog.plan.settings.LogGroupWish;
import io.sleddog.plan.settings.Settings;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Subscribes the forwarder to a log group, of a function or any other.
 *
 * <p>A filter that leads to the forwarder already is enough, whatever its name. Another's filter is
 * never touched; if no slot is free beside those, nothing is done.
 */
public final class Subscription {
  private final LogGroup group;
  private final Place place;
  private final LogGroupWish wish;
  private final Draft draft;

  private Subscription(LogGroup group, Place place, LogGroupWish wish, Draft draft) {
    this.group = group;
    this.place = place;
    this.wish = wish;
    this.draft = draft;
  }

  /** Adds the steps that let the forwarder read the log group. */
  public static void subscribe(LogGroup group, Place place, Settings settings, Draft draft) {
    if (settings.forwarder() != null && settings.logGroup().isSubscribed()) {
      new Subscription(group, place, settings.logGroup(), draft).to(settings.forwarder());
    }
  }

  /** Adds the step that takes our own filter away. */
  public static void unsubscribe(LogGroup group, Settings settings, Draft draft) {
    Text name = Text.of(settings.logGroup().filterName());
    group.filters().stream()
        .filter(filter -> filter.name().sameAs(name))
        .forEach(
            filter ->
                draft.add(new Change.Filter(group.name(), filter, null, "the filter is ours")));
  }

  private void to(Text forwarder) {
    if (isOwnLogOf(forwarder)) {
      draft.refuse(
          "forwarder-itself",
          "the log group " + group.name() + " is the forwarder's own, which would feed on itself",
          "Leave it out");
    } else if (!group.takesFilters()) {
      draft.refuse(
          "log-group-class",
          "the log group " + group.name() + " is of a class without subscriptions",
          "Have the log written to a group of the standard class");
    } else if (!leadsTo(forwarder)) {
      create();
      grant(forwarder);
      put(forwarder);
    }
  }

  private boolean isOwnLogOf(Text forwarder) {
    return Arn.tryParse(forwarder)
        .flatMap(Arn::name)
        .filter(name -> group.name().sameAs(Text.of("/aws/lambda/").plus(name)))
        .isPresent();
  }

  private boolean leadsTo(Text forwarder) {
    List<SubscriptionFilter> there =
        group.filters().stream().filter(it -> leadsTo(forwarder, it)).toList();
    boolean isNarrow = !there.isEmpty() && there.stream().noneMatch(this::letsThrough);
    if (isNarrow) {
      draft.warn(
          "filter-pattern",
          "the filter " + names(there) + " leads to the forwarder, but not every line passes it",
          "Set its pattern to \"" + wish.filterPattern() + "\"");
    }
    return !there.isEmpty();
  }

  /** A filter of another's that leads to another alias of the forwarder sends all of it as well. */
  private boolean leadsTo(Text forwarder, SubscriptionFilter filter) {
    boolean isOurs = filter.name().is(wish.filterName());
    return filter.destination().sameAs(forwarder)
        || (!isOurs && Arn.areOfOneFunction(filter.destination(), forwarder));
  }

  private boolean letsThrough(SubscriptionFilter filter) {
    return !filter.pattern().isKnown()
        || filter.pattern().is("")
        || filter.pattern().is(wish.filterPattern());
  }

  private void create() {
    if (group.presence() == Presence.ABSENT && !wish.isCreated()) {
      draft.refuse(
          "log-group-absent",
          "the log group " + group.name() + " is not there, and is not to be created",
          "Create it, or let it be created");
    }
    boolean mayBeThere = group.presence() == Presence.UNKNOWN;
    boolean isNew = group.presence() == Presence.ABSENT || (mayBeThere && !group.isCustom());
    if (wish.isCreated() && isNew) {
      LogGroup created =
          group.withPresence(Presence.PRESENT).withRetentionDays(wish.retentionDays());
      draft.add(new Change.NewLogGroup(created, "the forwarder reads this log group"));
    }
  }

  private void grant(Text forwarder) {
    if (wish.isGranted() && group.grant() != Presence.PRESENT) {
      Text logGroups = place.arn("logs", Text.of("log-group:*:*"));
      draft.add(
          new Change.InvokeGrant(
              forwarder,
              "sleddog-logs",
              logGroups,
              place.account(),
              "CloudWatch Logs invokes the forwarder"));
    }
  }

  private void put(Text forwarder) {
    Text name = Text.of(wish.filterName());
    List<SubscriptionFilter> others =
        group.filters().stream().filter(it -> !it.name().sameAs(name)).toList();
    if (others.size() == group.filters().size() && others.size() >= wish.filterLimit()) {
      draft.refuse(
          "filter-limit",
          "the log group "
              + group.name()
              + " has the maximum of "
              + wish.filterLimit()
              + " subscription filters already: "
              + names(others),
          "Remove one of them, or have AWS raise the limit and say so in the settings");
      return;
    }
    SubscriptionFilter before =
        group.filters().stream().filter(it -> it.name().sameAs(name)).findFirst().orElse(null);
    SubscriptionFilter after =
        new SubscriptionFilter(name, Text.of(wish.filterPattern()), forwarder);
    String reason = before == null ? "feeds the forwarder" : "feeds this forwarder instead";
    draft.add(new Change.Filter(group.name(), before, after, reason));
  }

  private static String names(List<SubscriptionFilter> filters) {
    return filters.stream().map(it -> it.name().shape()).collect(Collectors.joining(", "));
  }
}
