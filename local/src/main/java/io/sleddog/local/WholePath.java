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

  private final Parts parts;
  private final Clock clock;
  private final CodeStaging staging = CodeStaging.open();
  private final RuntimeClient client;
  private final Intake intake;
  private final LocalAws aws;
  private final List<RunningFunction> running = new CopyOnWriteArrayList<>();
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
    this.parts = parts;
    this.clock = clock;
    this.client = parts.runtimeClient();
    this.intake = Intake.start(clock);
    this.aws = LocalAws.start(routes, inbox, clock);
    intake.onRequest(requests::add);
    this.subscription = new Subscription(run(staging.stage(forwarder())), clock);
  }

  private FunctionSpec forwarder() {
    FunctionSpec spec = FunctionSpec.of("sleddog-forwarder", FORWARDER, parts.forwarder());
    return spec.withLimits(FORWARDER_MEMORY_MB, spec.timeout())
        .withEnvironment(intake.forwarderEnvironment())
        .withEnvironment(Map.of("DD_TAGS", "env:local"));
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
    RunningFunction function = new RunningFunction(staged, client, clock);
    running.add(function);
    function.start();
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
      deliveries.add(subscription.deliver(stream.getKey(), stream.getValue()));
    }
  }

  /** Gives the forwarder an event as it is. */
  Invocation forward(Payload event) throws InterruptedException {
    return subscription.send(event).invocation();
  }

  /** All that the intake has got. */
  List<IntakeRequest> received() {
    return List.copyOf(requests);
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
