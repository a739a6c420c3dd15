package io.sleddog.cli.lambda;

import io.sleddog.cli.subject.Forwarder;
import io.sleddog.cli.subject.Forwarders;
import io.sleddog.cli.subject.FunctionState;
import io.sleddog.cli.work.Job;
import io.sleddog.plan.Planner;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.SubscriptionFilter;
import io.sleddog.plan.record.FunctionRecord;
import io.sleddog.plan.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the way back, function by function; used by one thread. */
final class Uninstrumenting {
  private final Planner planner = new Planner();
  private final Settings wishes;
  private final Forwarders forwarders;
  private final boolean isRestoring;

  /**
   * Plans with the same wishes for every function.
   *
   * @param wishes the filter's name, and a layer that has another name than ours
   * @param forwarders whose filters go as well, whatever their names
   * @param isRestoring whether a function without a record is refused
   */
  Uninstrumenting(Settings wishes, Forwarders forwarders, boolean isRestoring) {
    this.wishes = wishes;
    this.forwarders = forwarders;
    this.isRestoring = isRestoring;
  }

  Job plan(FunctionState function) {
    FunctionDescription description = function.description();
    Plan plan = planner.uninstrument(description, wishes);
    List<Change> changes = new ArrayList<>(plan.changes());
    for (String filter : otherFilters(function)) {
      Settings named = wishes.withLogGroup(wishes.logGroup().withFilterName(filter));
      changes.addAll(planner.unsubscribe(description.logGroup(), named).changes());
    }
    Plan whole = new Plan(plan.subject(), changes, plan.warnings(), plan.refusals());
    Job job = Instrumenting.job(function, description, whole);
    boolean isLost = isRestoring && !job.isEmpty() && FunctionRecord.of(description).isEmpty();
    return isLost ? job.refused(noRecord(function)) : job;
  }

  private List<String> otherFilters(FunctionState function) {
    Optional<Forwarder> forwarder = forwarders.in(function.region());
    LogGroup group = function.description().logGroup();
    return group.filters().stream()
        .filter(it -> forwarder.filter(to -> it.destination().sameAs(to.arn())).isPresent())
        .map(SubscriptionFilter::name)
        .map(it -> it.shape())
        .filter(it -> !it.equals(wishes.logGroup().filterName()))
        .toList();
  }

  private static Finding noRecord(FunctionState function) {
    return new Finding(
        "record-missing",
        function.arn(),
        "it keeps no record of what it had before",
        "Leave --restore out to have handler, layer and filter taken back");
  }
}
