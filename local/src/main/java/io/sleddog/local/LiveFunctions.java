package io.sleddog.local;

import io.sleddog.local.aws.Inbox;
import io.sleddog.local.functions.EventTimes;
import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.model.Execution;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Mishap;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.Target;
import io.sleddog.local.page.Refusal;
import io.sleddog.local.runtime.InvocationRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions by name, each with a lane that sends its events in order. */
final class LiveFunctions implements Inbox, AutoCloseable {
  /** No handler can read it, so that every one that reads its event throws. */
  private static final String UNREADABLE = "{\"broken\": \"on purpose";

  private final List<Target> targets;
  private final Map<String, Lane> lanes = new ConcurrentSkipListMap<>();
  private final Set<String> unheard = ConcurrentHashMap.newKeySet();
  private final Lane.Invoker invoker;
  private final Clock clock = Clock.systemUTC();

  LiveFunctions(List<Target> targets, Lane.Invoker invoker) {
    this.targets = List.copyOf(targets);
    this.invoker = invoker;
  }

  /** Opens a lane for each function. */
  void start(Function<Target, RunningFunction> start) {
    for (Target target : targets) {
      lanes.put(target.function().name(), new Lane(start.apply(target), invoker));
    }
  }

  List<Target> targets() {
    return targets;
  }

  /** Where something was sent to and no function listens. */
  List<String> unheard() {
    return unheard.stream().sorted().toList();
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
      lane.send(InvocationRequest.of(event));
    }
  }

  /** Every event of every function. */
  void sendAllOnce() {
    for (Target target : targets) {
      String function = target.function().name();
      events(target).forEach(event -> send(function, event.payload(), 1));
    }
  }

  /** By the function's own event for it, if it has one; else it befalls the process. */
  void sendMishap(String function, Mishap mishap) {
    Lane lane = lane(function);
    Payload own = target(function).mishaps().get(mishap);
    InvocationRequest request = InvocationRequest.of(own == null ? anyEvent(mishap) : own);
    boolean befalls = own == null && mishap != Mishap.THROW;
    lane.send(befalls ? request.withMishap(mishap) : request);
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

  /** After what is under way, so that no invocation is cut off. */
  void goCold(String function) {
    lane(function).goCold();
  }

  /** Ends its process; its events wait until it is started again. */
  void stop(String function) {
    lane(function).stop();
  }

  void start(String function) {
    lane(function).start();
  }

  /** Those that are stopped. */
  List<String> stopped() {
    return lanes.entrySet().stream()
        .filter(lane -> lane.getValue().isStopped())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** After what is under way, the other one takes its events. */
  void replace(String function, RunningFunction other) {
    lane(function).replace(other);
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
  public void take(String function, Payload event, Consumer<Invocation> after) {
    Lane lane = lanes.get(function);
    if (lane == null) {
      lost("the function " + function);
    } else {
      lane.send(InvocationRequest.of(event), after);
    }
  }

  @Override
  public Optional<Invocation> call(String function, Payload event, @Nullable String clientContext)
      throws InterruptedException {
    Lane lane = lanes.get(function);
    if (lane == null) {
      return Optional.empty();
    }
    InvocationRequest request = InvocationRequest.of(event).withClientContext(clientContext);
    try {
      return Optional.of(lane.call(request).get()).map(Execution::invocation);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The function cannot be invoked", e.getCause());
    }
  }

  @Override
  public void lost(String where) {
    unheard.add(where);
  }

  @Override
  public void close() {
    lanes.values().forEach(Lane::close);
  }
}
