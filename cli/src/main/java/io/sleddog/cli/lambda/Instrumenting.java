package io.sleddog.cli.lambda;

import io.sleddog.cli.subject.Forwarder;
import io.sleddog.cli.subject.Forwarders;
import io.sleddog.cli.subject.FunctionState;
import io.sleddog.cli.work.Job;
import io.sleddog.plan.Planner;
import io.sleddog.plan.calls.ApiCalls;
import io.sleddog.plan.change.Change;
import io.sleddog.plan.change.Finding;
import io.sleddog.plan.change.Plan;
import io.sleddog.plan.model.FunctionDescription;
import io.sleddog.plan.model.LogGroup;
import io.sleddog.plan.model.Presence;
import io.sleddog.plan.model.Text;
import io.sleddog.plan.settings.Settings;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Plans instrumentation, function by function; used by one thread. */
final class Instrumenting {
  private final Planner planner = new Planner();
  private final Settings wishes;
  private final Forwarders forwarders;
  private final LayerFinder layers;
  private final Set<String> granted = new HashSet<>();

  /**
   * Plans with the same wishes for every function.
   *
   * @param wishes all but forwarder and layer, which depend on the region
   */
  Instrumenting(Settings wishes, Forwarders forwarders, LayerFinder layers) {
    this.wishes = wishes;
    this.forwarders = forwarders;
    this.layers = layers;
  }

  /**
   * The plan for a function.
   *
   * @param isReal whether it will be carried out; what would then fail is a refusal
   */
  Job plan(FunctionState function, boolean isReal) {
    Optional<Forwarder> forwarder = forwarders.in(function.region());
    Optional<String> layer = layer(function);
    Settings settings = settings(forwarder).withLayer(layer.map(Text::of).orElse(null));
    FunctionDescription described = withGrant(function.description(), forwarder);
    Plan plan = planner.instrument(described, settings);
    remember(plan);
    Job job = job(function, described, plan);
    if (!plan.isEmpty() && isJava(function) && layers.isWanted() && layer.isEmpty()) {
      job = judged(job, noLayer(function), isReal);
    }
    Optional<Finding> trouble = forwarder.flatMap(Forwarder::trouble);
    return trouble.isPresent() ? judged(job, trouble.get(), isReal) : job;
  }

  static Job job(FunctionState function, FunctionDescription described, Plan plan) {
    String title = function.name() + "  " + function.region() + "  " + function.runtime();
    return new Job(function.arn(), function.region(), title, plan, ApiCalls.of(described, plan));
  }

  private static Job judged(Job job, Finding finding, boolean isReal) {
    return isReal ? job.refused(finding) : job.warned(finding);
  }

  /** Only a Java function in an archive takes the layer; nobody looks for it otherwise. */
  private Optional<String> layer(FunctionState function) {
    return isJava(function)
        ? layers.find(function.description(), function.region())
        : Optional.empty();
  }

  private static boolean isJava(FunctionState function) {
    return function.runtime().startsWith("java");
  }

  private Settings settings(Optional<Forwarder> forwarder) {
    Settings settings = wishes.withForwarder(forwarder.map(Forwarder::arn).orElse(null));
    boolean isPolicyKnown = forwarder.flatMap(Forwarder::grants).isPresent();
    return isPolicyKnown ? settings.withLogGroup(settings.logGroup().granted()) : settings;
  }

  private FunctionDescription withGrant(
      FunctionDescription function, Optional<Forwarder> forwarder) {
    if (forwarder.isEmpty()) {
      return function;
    }
    LogGroup group = function.logGroup();
    String arn =
        "arn:%s:logs:%s:%s:log-group:%s"
            .formatted(
                function.place().partition(),
                function.place().region(),
                function.place().account(),
                group.name());
    boolean isPlanned = granted.contains(forwarder.get().arn().shape());
    return function.withLogGroup(
        group.withGrant(isPlanned ? Presence.PRESENT : forwarder.get().grant(arn)));
  }

  /** One grant covers all log groups of the region: it is planned once. */
  private void remember(Plan plan) {
    for (Change change : plan.changes()) {
      if (change instanceof Change.InvokeGrant it) {
        granted.add(it.forwarder().shape());
      }
    }
  }

  private Finding noLayer(FunctionState function) {
    return new Finding(
        "layer-not-published",
        function.arn(),
        "there is no layer " + layers.layer(function.description(), function.region()),
        "Publish it with: aws lambda publish-layer-version --layer-name sleddog --zip-file"
            + " fileb://sleddog-layer.zip --region "
            + function.region()
            + "; or give --layer-arn; or --layer-version none if the code has the library");
  }
}
