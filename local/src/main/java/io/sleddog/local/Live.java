package io.sleddog.local;

import io.sleddog.local.agent.Agent;
import io.sleddog.local.agent.AgentPorts;
import io.sleddog.local.agent.Inlet;
import io.sleddog.local.forward.Upstream;
import io.sleddog.local.front.HttpFront;
import io.sleddog.local.http.PortTaken;
import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.live.LoggedExecutions;
import io.sleddog.local.live.ProcessRides;
import io.sleddog.local.live.Ride;
import io.sleddog.local.live.TripStore;
import io.sleddog.local.logs.LoggedEvents;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Route;
import io.sleddog.local.model.Target;
import io.sleddog.local.page.PageServer;
import io.sleddog.local.recording.Recorder;
import io.sleddog.local.runtime.InvocationRequest;
import io.sleddog.local.session.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole path, running on: functions that the page invokes, the forwarder behind them, and the
 * page that shows it. Each function runs its invocations one after the other; the forwarder takes
 * one delivery at a time, so that what the intake receives meanwhile belongs to it.
 */
public final class Live implements AutoCloseable {
  private static final long KEPT_BYTES = 256_000_000;

  private final WholePath path;
  private final TripStore store = new TripStore(KEPT_BYTES);
  private final ExecutorService forwarding = Executors.newSingleThreadExecutor(Live::daemon);
  private final LoggedExecutions logged = new LoggedExecutions();
  private final LiveFunctions functions;
  private final PageServer page;
  private @Nullable Agent agent;
  private @Nullable HttpFront front;
  private @Nullable Reloading reloading;
  private @Nullable Upstream upstream;
  private @Nullable Recorder recorder;

  private Live(Parts parts, LocalOptions options, List<Target> targets, int port) {
    this.functions = new LiveFunctions(targets, this::invoke);
    this.path = WholePath.keeping(parts, Clock.systemUTC(), options.routes(), functions);
    functions.start(path::add);
    this.page =
        serve(port, new LiveActions(functions, path, () -> forwarding.execute(this::replay)));
  }

  static Live start(Parts parts, LocalOptions options, List<Target> targets, int port) {
    Live live = new Live(parts, options, targets, port);
    live.path.intake().fail(options.fault());
    if (!targets.isEmpty()) {
      live.path.begin();
      live.forwarding.execute(live::connect);
    }
    return live;
  }

  /** Also listens for what other processes send, and sends it on if asked to; called once. */
  Live withAgent(AgentPorts ports, @Nullable Upstream onward) {
    upstream = onward;
    ProcessRides rides = new ProcessRides(store);
    Consumer<IntakeRequest> sink =
        onward == null ? rides::take : request -> takeAndSend(request, rides, onward);
    agent = Agent.start(ports, Clock.systemUTC(), sink);
    return this;
  }

  /** Takes what functions elsewhere have written; an invocation shows once its report is there. */
  public void takeLogs(LoggedEvents events) {
    logged.take(events).forEach(this::show);
  }

  /** Also shows what has no report, since no more comes of it. */
  public void endLogs() {
    logged.rest().forEach(this::show);
  }

  private void show(Execution execution) {
    FunctionSpec function = logged.function(execution);
    store.put(Ride.begun(function, execution));
    forwarding.execute(() -> deliver(function, execution));
  }

  /** Sends every event of every function. */
  Live begin() {
    functions.sendAllOnce();
    return this;
  }

  /** Also writes the session to a file; called once, before it begins. */
  Live withRecord(Path file) {
    recorder = Recorder.begin(file);
    store.onChange(recorder);
    return this;
  }

  /** Also loads functions anew when their code changes; called once. */
  Live withReloads(Consumer<String> listener) {
    reloading = new Reloading(functions, path::add, listener);
    reloading.begin();
    return this;
  }

  /** Also takes HTTP requests for the functions; called once. */
  Live withFront(LiveOptions.HttpOptions http, List<Route> routes) {
    List<String> names =
        functions.targets().stream().map(target -> target.function().name()).toList();
    HttpFront.Backstage behind = new HttpFront.Backstage(routes, names, functions);
    front = HttpFront.start(http.port(), behind, http.shape(), Clock.systemUTC());
    return this;
  }

  /** The port that was asked for, or any other if it is taken. */
  private PageServer serve(int port, LiveActions actions) {
    try {
      return PageServer.start(port, store, actions);
    } catch (PortTaken taken) {
      return PageServer.start(0, store, actions);
    }
  }

  static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "live");
    thread.setDaemon(true);
    return thread;
  }

  /** The address of the page, with the key to it. */
  public String link() {
    return page.link();
  }

  /** Where it takes HTTP requests for the functions; empty if it does not. */
  public Optional<String> front() {
    return Optional.ofNullable(front).map(HttpFront::address);
  }

  private static void takeAndSend(IntakeRequest request, ProcessRides rides, Upstream onward) {
    rides.take(request);
    onward.take(request);
  }

  /** Where it listens for what other processes send. */
  public Map<Inlet, Integer> agentPorts() {
    return agent == null ? Map.of() : agent.ports();
  }

  /** The customary ports that another program has, so that nothing is taken there. */
  public Map<Inlet, Integer> takenPorts() {
    return agent == null ? Map.of() : agent.taken();
  }

  private void replay() {
    try {
      path.replay(new Replays(store));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void connect() {
    try {
      path.connect();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Execution invoke(RunningFunction function, InvocationRequest request)
      throws InterruptedException {
    FunctionSpec spec = function.spec();
    Execution execution = function.invoke(request);
    store.put(Ride.begun(spec, execution));
    forwarding.execute(() -> deliver(spec, execution));
    return execution;
  }

  private void deliver(FunctionSpec spec, Execution execution) {
    try {
      path.deliver(List.of(execution));
      Session session = path.take(execution);
      store.put(new Ride(spec, execution, session.deliveries(), session.requests()));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (agent != null) {
      agent.close();
    }
    if (upstream != null) {
      upstream.close();
    }
    page.close();
    if (reloading != null) {
      reloading.close();
    }
    if (front != null) {
      front.close();
    }
    functions.close();
    forwarding.shutdownNow();
    if (recorder != null) {
      recorder.close();
    }
    path.close();
  }
}
