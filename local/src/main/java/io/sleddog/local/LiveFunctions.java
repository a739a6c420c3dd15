package io.sleddog.local;

import io.sleddog.local.functions.EventTimes;
import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.model.Mishap;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Target;
import io.sleddog.local.page.Refusal;
import io.sleddog.local.runtime.InvocationRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The functions by name, each with a thread that sends its events in order. */
final class LiveFunctions implements AutoCloseable {
  /** No handler can read it, so that every one that reads its event throws. */
  private static final String UNREADABLE = "{\"broken\": \"on purpose";

  private final List<Target> targets;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Invoker invoker;
  private final Clock clock = Clock.systemUTC();

  /** Invokes a function and does with the result what is to be done. */
  interface Invoker {
    void invoke(RunningFunction function, InvocationRequest request) throws InterruptedException;
  }

  private record Lane(RunningFunction function, ExecutorService thread) {}

  LiveFunctions(List<Target> targets, Function<Target, RunningFunction> start, Invoker invoker) {
    this.targets = List.copyOf(targets);
    this.invoker = invoker;
    for (Target target : targets) {
      ExecutorService thread = Executors.newSingleThreadExecutor(Live::daemon);
      lanes.put(target.function().name(), new Lane(start.apply(target), thread));
    }
  }

  List<Target> targets() {
    return targets;
  }

  /** The events of a function with the present time in those that are samples of ours. */
  List<NamedEvent> events(Target target) {
    return target.events().stream()
        .map(event -> new NamedEvent(event.name(), EventTimes.at(event, clock.millis())))
        .toList();
  }

  void send(String function, Payload event, int times) {
    Lane lane = lane(function);
    for (int i = 0; i < times; i++) {
      lane.thread().execute(() -> invoke(lane, InvocationRequest.of(event)));
    }
  }

  /** By the function's own event for it, if it has one; else it befalls the process. */
  void sendMishap(String function, Mishap mishap) {
    Lane lane = lane(function);
    Payload own = target(function).mishaps().get(mishap);
    InvocationRequest request = InvocationRequest.of(own == null ? anyEvent(mishap) : own);
    boolean befalls = own == null && mishap != Mishap.THROW;
    InvocationRequest sent = befalls ? request.withMishap(mishap) : request;
    lane.thread().execute(() -> invoke(lane, sent));
  }

  private static Payload anyEvent(Mishap mishap) {
    return Payload.of(mishap == Mishap.THROW ? UNREADABLE : "{}");
  }

  private Target target(String function) {
    return targets.stream()
        .filter(target -> target.function().name().equals(function))
        .findFirst()
        .orElseThrow();
  }

  /** Every event of every function. */
  void sendAllOnce() {
    for (Target target : targets) {
      String function = target.function().name();
      events(target).forEach(event -> send(function, event.payload(), 1));
    }
  }

  /** After what is under way, so that no invocation is cut off. */
  void goCold(String function) {
    Lane lane = lane(function);
    lane.thread().execute(() -> lane.function().goCold());
  }

  private void invoke(Lane lane, InvocationRequest request) {
    try {
      invoker.invoke(lane.function(), request);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Lane lane(String function) {
    Lane lane = lanes.get(function);
    if (lane == null) {
      String known = String.join(", ", new ArrayList<>(lanes.keySet()));
      throw new Refusal(404, "There is no function " + function, "There are: " + known);
    }
    return lane;
  }

  @Override
  public void close() {
    lanes.values().forEach(lane -> lane.thread().shutdownNow());
  }
}
