package io.sleddog.local.page;

import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Mishap;
import io.sleddog.local.model.NamedEvent;
import io.sleddog.local.model.Payload;
import io.sleddog.local.testing.Rides;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the page asked for, as short words. */
final class RecordingActions implements Actions {
  private final List<String> asked = new ArrayList<>();
  private final List<String> stopped = new ArrayList<>();
  private final List<String> unheard = new ArrayList<>();
  private IntakeFault fault = IntakeFault.NONE;
  private Runnable onInvoke = () -> {};

  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /** Something was sent to where nobody listens. */
  synchronized void lose(String where) {
    unheard.add(where);
  }

  /** What happens on each invocation. */
  synchronized void onInvoke(Runnable action) {
    onInvoke = action;
  }

  @Override
  public List<FunctionSpec> functions() {
    return List.of(Rides.spec("orders"), Rides.spec("worker"));
  }

  @Override
  public List<NamedEvent> events(String function) {
    return function.equals("orders")
        ? List.of(new NamedEvent("place-order", Payload.of("{\"rawPath\":\"/orders\"}")))
        : List.of();
  }

  @Override
  public synchronized void invoke(String function, Payload event, int times) {
    if (functions().stream().noneMatch(spec -> spec.name().equals(function))) {
      throw new Refusal(404, "There is no function " + function, "There are: orders, worker");
    }
    asked.add("invoke " + function + " " + event.text() + " ×" + times);
    onInvoke.run();
  }

  @Override
  public synchronized void mishap(String function, Mishap mishap) {
    asked.add("mishap " + function + " " + mishap);
  }

  @Override
  public synchronized List<String> unheard() {
    return List.copyOf(unheard);
  }

  @Override
  public synchronized void goCold(String function) {
    asked.add("cold " + function);
  }

  @Override
  public synchronized void stop(String function) {
    asked.add("stop " + function);
    stopped.add(function);
  }

  @Override
  public synchronized void start(String function) {
    asked.add("start " + function);
    stopped.remove(function);
  }

  @Override
  public synchronized List<String> stopped() {
    return List.copyOf(stopped);
  }

  @Override
  public synchronized int keptBatches() {
    return 2;
  }

  @Override
  public synchronized void sendKeptAgain() {
    asked.add("send again");
  }

  @Override
  public synchronized void breakIntake(IntakeFault now) {
    fault = now;
    asked.add("intake " + now.mode() + " " + now.status() + " " + now.latencyMillis());
  }

  @Override
  public synchronized IntakeFault intakeFault() {
    return fault;
  }
}
