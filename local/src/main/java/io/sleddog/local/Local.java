package io.sleddog.local;

import io.sleddog.local.functions.CodeStaging;
import io.sleddog.local.functions.HandlerCheck;
import io.sleddog.local.functions.LayerRedirect;
import io.sleddog.local.functions.StagedFunction;
import io.sleddog.local.http.PortTaken;
import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.measure.Comparison;
import io.sleddog.local.measure.Measurement;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Target;
import io.sleddog.local.model.UserProblem;
import io.sleddog.local.recording.Recorder;
import io.sleddog.local.session.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The whole path on one machine, from a function's handler to an intake. */
public final class Local {
  private final LocalOptions options;
  private final Parts parts;

  /** The path for these options; nothing starts yet. */
  public Local(LocalOptions options) {
    this.options = options;
    this.parts = new Parts(options.cache());
  }

  /**
   * Runs every function with each of its events, once, and waits until the forwarder is done.
   *
   * @throws io.sleddog.local.model.UserProblem if a function's code or handler is not there
   */
  public Session once() throws InterruptedException {
    Clock clock = Clock.systemUTC();
    Errands errands = new Errands();
    try (WholePath path = new WholePath(parts, clock, options.routes(), errands).begin()) {
      path.intake().fail(options.fault());
      return new Once(path, clock, errands).run(targets(), options.logged());
    }
  }

  /**
   * The same, kept in a file that the page opens.
   *
   * @param record the file, begun anew before anything runs
   * @throws UserProblem if the file cannot be written, or as the other
   */
  public Session once(Path record) throws InterruptedException {
    try (Recorder recorder = Recorder.begin(record)) {
      Session session = once();
      Map<String, FunctionSpec> functions = new HashMap<>();
      targets().forEach(target -> functions.put(target.function().name(), target.function()));
      SessionRides.of(session, functions).forEach(recorder::add);
      return session;
    }
  }

  /**
   * Runs one function bare and under the layer, in fresh processes in turn. It is the first of the
   * functions; with several events it gets the first.
   *
   * @param progress is told the number of each round as it begins
   */
  public Comparison compare(Comparison.Plan plan, IntConsumer progress)
      throws InterruptedException {
    Target target = targets().get(0);
    Payload event = target.events().get(0).payload();
    try (CodeStaging staging = CodeStaging.open();
        RunningFunction bare = running(staging, target.function(), target);
        RunningFunction layered =
            running(staging, LayerRedirect.apply(target.function(), parts.layer()), target)) {
      Measurement without = new Measurement(bare, event);
      Measurement with = new Measurement(layered, event);
      for (int round = 1; round <= plan.rounds(); round++) {
        progress.accept(round);
        boolean bareFirst = round % 2 == 1;
        (bareFirst ? without : with).round(plan);
        (bareFirst ? with : without).round(plan);
      }
      return new Comparison(target.function().name(), plan, without.times(), with.times());
    }
  }

  private RunningFunction running(CodeStaging staging, FunctionSpec spec, Target target) {
    StagedFunction staged = staging.stage(spec);
    HandlerCheck.require(staged, target.function().handler());
    return new RunningFunction(staged, parts.runtimeClient(), Clock.systemUTC());
  }

  /**
   * Starts the functions, sends each of its events once, and goes on until it is closed.
   *
   * @throws io.sleddog.local.model.UserProblem if a function's code or handler is not there, or a
   *     port that was asked for is taken
   */
  public Live live(LiveOptions wanted) {
    Live live = Live.start(parts, options, targets(), wanted.port());
    try {
      complete(live, wanted);
      options.logged().forEach(live::takeLogs);
      live.endLogs();
      return live.begin();
    } catch (PortTaken taken) {
      live.close();
      throw new UserProblem(taken.getMessage() + ".", "Give another one, or 0.", taken);
    } catch (UserProblem taken) {
      live.close();
      throw taken;
    }
  }

  private void complete(Live live, LiveOptions wanted) {
    if (wanted.agent() != null) {
      live.withAgent(wanted.agent(), wanted.upstream());
    }
    if (wanted.http() != null) {
      live.withFront(wanted.http(), options.routes());
    }
    if (wanted.record() != null) {
      live.withRecord(wanted.record());
    }
    if (wanted.reloads() != null) {
      live.withReloads(wanted.reloads());
    }
  }

  private List<Target> targets() {
    if (options.bare()) {
      return List.of();
    }
    List<Target> targets = options.targets().isEmpty() ? Samples.all(parts) : options.targets();
    return options.replayed().isEmpty() ? targets : targets.stream().map(this::replaying).toList();
  }

  /** With the recorded events of its name instead of its own. */
  private Target replaying(Target target) {
    String name = target.function().name();
    List<NamedEvent> events = options.replayed().getOrDefault(name, List.of());
    return new Target(target.function(), target.underLayer(), events, target.mishaps());
  }
}
