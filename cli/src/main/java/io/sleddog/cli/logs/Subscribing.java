package io.sleddog.cli.logs;

import io.sleddog.cli.subject.Forwarder;
import io.sleddog.cli.work.Job;
import io.sleddog.plan.Planner;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Place;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans subscriptions, log group by log group; used by one thread. */
final class Subscribing {
  private static final String CREATE =
      "Look at its name and the region, or add --create-group to have it created";

  private final Planner planner = new Planner();
  private final Settings settings;
  private final Forwarder forwarder;
  private final Place place;
  private final Optional<String> replaced;
  private boolean isGranted;

  Subscribing(Settings settings, Forwarder forwarder, Place place) {
    this(settings, forwarder, place, Optional.empty());
  }

  private Subscribing(
      Settings settings, Forwarder forwarder, Place place, Optional<String> replaced) {
    this.settings = settings;
    this.forwarder = forwarder;
    this.place = place;
    this.replaced = replaced;
  }

  /** The same, but a filter of that name is deleted first. */
  Subscribing replacing(Optional<String> filterName) {
    return new Subscribing(settings, forwarder, place, filterName);
  }

  /**
   * The plan for a log group.
   *
   * @param isReal whether it will be carried out; what would then fail is a refusal
   */
  Job plan(LogGroup group, boolean isReal) {
    LogGroup before = group;
    List<Change> changes = new ArrayList<>();
    if (replaced.isPresent()) {
      Settings other = settings.withLogGroup(settings.logGroup().withFilterName(replaced.get()));
      changes.addAll(planner.unsubscribe(group, other).changes());
      before = changes.isEmpty() ? group : group.withoutFilter(filterName(changes.get(0)));
    }
    Presence grant = isGranted ? Presence.PRESENT : forwarder.grant(Groups.arn(group, place));
    Plan plan = planner.subscribe(before.withGrant(grant), place, settings);
    isGranted |= plan.changes().stream().anyMatch(Change.InvokeGrant.class::isInstance);
    changes.addAll(plan.changes());
    Job job =
        Groups.job(
            group,
            place.region().shape(),
            new Plan(plan.subject(), changes, plan.warnings(), refusals(plan)));
    Optional<Finding> trouble = forwarder.trouble();
    if (trouble.isEmpty()) {
      return job;
    }
    return isReal ? job.refused(trouble.get()) : job.warned(trouble.get());
  }

  /** What the rules say in general, in the words of this command. */
  private static List<Finding> refusals(Plan plan) {
    return plan.refusals().stream()
        .map(
            it ->
                it.id().equals("log-group-absent")
                    ? new Finding(it.id(), it.subject(), it.message(), CREATE)
                    : it)
        .toList();
  }

  private static Text filterName(Change change) {
    if (change instanceof Change.Filter filter && filter.before() != null) {
      return filter.before().name();
    }
    throw new IllegalStateException("not the removal of a filter: " + change);
  }
}
