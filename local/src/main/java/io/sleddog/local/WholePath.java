package io.sleddog.local;

import io.sleddog.local.aws.Inbox;
import io.sleddog.local.aws.LocalAws;
import io.sleddog.local.functions.CodeStaging;
import io.sleddog.local.functions.HandlerCheck;
import io.sleddog.local.functions.LayerRedirect;
import io.sleddog.local.functions.StagedFunction;
import io.sleddog.local.intake.Intake;
import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.lambda.Subscription;
import io.sleddog.local.model.Delivery;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.IntakeRequest;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.LogEvent;
import io.sleddog.local.model.LogStream;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Route;
import io.sleddog.local.model.Target;
import io.sleddog.local.runtime.RuntimeClient;
import io.sleddog.local.session.Session;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Functions, log groups, a subscription, the forwarder and an intake: all of it, on one machine.
 */
final class WholePath implements AutoCloseable {
  private static final String FORWARDER = "io.sleddog.forwarder.ForwarderHandler::handleRequest";
  private static final int FORWARDER_MEMORY_MB = 1024;
  private static final long MOST_CHARACTERS = 2_000_000;

  private final Parts parts;
  private final Clock clock;
  private final CodeStaging staging = CodeStaging.open();
  private final RuntimeClient client;
  private final Intake intake;
  private final LocalAws aws;
  private final List<RunningFunction> running = new CopyOnWriteArrayList<>();
  private final RunningFunction forwarder;
  private final Subscription subscription;
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final List<IntakeRequest> requests = new CopyOnWriteArrayList<>();

  /**
   * A path without functions yet.
   *
   * @param routes the ways between the functions
   * @param inbox takes what they send each other
   */
  WholePath(Parts parts, Clock clock, List<Route> routes, Inbox inbox) {
    this(parts, clock, LocalAws.start(routes, inbox, clock), Map.of());
  }

  /** A path whose forwarder keeps what it cannot deliver, to send it again when it is told to. */
  static WholePath keeping(Parts parts, Clock clock, List<Route> routes, Inbox inbox) {
    LocalAws aws = LocalAws.start(routes, inbox, clock);
    return new WholePath(parts, clock, aws, aws.forwarderEnvironment());
  }

  /**
   * A path without functions, whose forwarder is given variables of its own.
   *
   * @param variables such as those in whose name it reads objects
   */
  static WholePath ofForwarder(Parts parts, Clock clock, Map<String, String> variables) {
    LocalAws aws = LocalAws.start(List.of(), NoInbox.INSTANCE, clock);
    return new WholePath(parts, clock, aws, variables);
  }

  private WholePath(Parts parts, Clock clock, LocalAws aws, Map<String, String> variables) {
    this.parts = parts;
    this.clock = clock;
    this.client = parts.runtimeClient();
    this.intake = Intake.start(clock);
    this.aws = aws;
    intake.onRequest(requests::add);
    this.forwarder = running(staging.stage(forwarder(variables)));
    this.subscription = new Subscription(forwarder, clock);
  }

  /** Starts the forwarder's process already; else the first delivery does. */
  WholePath begin() {
    forwarder.start();
    return this;
  }

  private FunctionSpec forwarder(Map<String, String> variables) {
    FunctionSpec spec = FunctionSpec.of("sleddog-forwarder", FORWARDER, parts.forwarder());
    return spec.withLimits(FORWARDER_MEMORY_MB, spec.timeout())
        .withEnvironment(intake.forwarderEnvironment())
        .withEnvironment(Map.of("DD_TAGS", "env:local", "DD_LOG_LEVEL", "debug"))
        .withEnvironment(variables);
  }

  /** The intake, to break it or to listen to it. */
  Intake intake() {
    return intake;
  }

  /** Stages a function and starts its process; nothing waits for it here. */
  RunningFunction add(Target target) {
    FunctionSpec own = connected(target.function());
    FunctionSpec spec = target.underLayer() ? LayerRedirect.apply(own, parts.layer()) : own;
    StagedFunction staged = staging.stage(spec);
    HandlerCheck.require(staged, own.handler());
    return run(staged);
  }

  /** What its owner has set stays, such as the address of an emulator. */
  private FunctionSpec connected(FunctionSpec own) {
    Map<String, String> variables = new HashMap<>(aws.environment());
    variables.putAll(own.environment());
    return own.withEnvironment(variables);
  }

  private RunningFunction run(StagedFunction staged) {
    RunningFunction function = running(staged);
    function.start();
    return function;
  }

  private RunningFunction running(StagedFunction staged) {
    RunningFunction function = new RunningFunction(staged, client, clock);
    running.add(function);
    return function;
  }

  /** Tells the forwarder that there is a subscription, as CloudWatch Logs does first. */
  void connect() throws InterruptedException {
    subscription.connect();
  }

  /** Hands the log events of these executions to the forwarder, one message for each stream. */
  void deliver(List<Execution> written) throws InterruptedException {
    Map<LogStream, List<LogEvent>> streams = new LinkedHashMap<>();
    for (Execution run : written) {
      streams.computeIfAbsent(run.stream(), stream -> new ArrayList<>()).addAll(run.events());
    }
    for (Map.Entry<LogStream, List<LogEvent>> stream : streams.entrySet()) {
      for (List<LogEvent> part : parts(stream.getValue())) {
        deliveries.add(subscription.deliver(stream.getKey(), part));
      }
    }
  }

  /** As many events at once as an invocation takes, also where they cannot be compressed. */
  private static List<List<LogEvent>> parts(List<LogEvent> events) {
    List<List<LogEvent>> parts = new ArrayList<>();
    long characters = MOST_CHARACTERS;
    for (LogEvent event : events) {
      if (characters + event.message().length() > MOST_CHARACTERS) {
        parts.add(new ArrayList<>());
        characters = 0;
      }
      parts.get(parts.size() - 1).add(event);
      characters += event.message().length();
    }
    return parts;
  }

  /** Gives the forwarder an event as it is. */
  Invocation forward(Payload event) throws InterruptedException {
    return subscription.send(event).invocation();
  }

  /** All that the intake has got. */
  List<IntakeRequest> received() {
    return List.copyOf(requests);
  }

  /** How many batches the forwarder keeps to send them again. */
  int keptBatches() {
    return aws.keptBatches();
  }

  /** Has the forwarder send again what it keeps, and gives what it sent to whoever takes it. */
  void replay(Replays replays) throws InterruptedException {
    aws.giveBack();
    requests.clear();
    Execution run = subscription.replay();
    replays.take(run, List.copyOf(requests));
    requests.clear();
  }

  /** These executions and all that was delivered and received so far. */
  Session session(List<Execution> executions) {
    return new Session(executions, deliveries, requests);
  }

  /** An execution with what was delivered and received since the last call, then forgotten here. */
  Session take(Execution execution) {
    Session session = new Session(List.of(execution), deliveries, requests);
    deliveries.clear();
    requests.clear();
    return session;
  }

  @Override
  public void close() {
    running.forEach(RunningFunction::close);
    intake.close();
    aws.close();
    staging.close();
  }
}
