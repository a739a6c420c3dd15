package io.sleddog.local.measure;

import io.sleddog.local.lambda.RunningFunction;
import io.sleddog.local.model.Invocation;
import io.sleddog.local.model.Payload;
import io.sleddog.local.model.UserProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects the times of one function, one fresh process at a time. */
public final class Measurement {
  private final RunningFunction function;
  private final Payload event;
  private final List<Duration> cold = new ArrayList<>();
  private final List<Duration> warm = new ArrayList<>();

  /** A measurement that has no times yet. */
  public Measurement(RunningFunction function, Payload event) {
    this.function = function;
    this.event = event;
  }

  /**
   * Measures one fresh process.
   *
   * @throws UserProblem if the function does not answer the event
   */
  public void round(Comparison.Plan plan) throws InterruptedException {
    function.goCold();
    cold.add(invoke().total());
    for (int count = 0; count < plan.settling(); count++) {
      invoke();
    }
    for (int count = 0; count < plan.warm(); count++) {
      warm.add(invoke().duration());
    }
    function.goCold();
  }

  /** The times so far. */
  public Times times() {
    return new Times(cold, warm);
  }

  private Invocation.Timing invoke() throws InterruptedException {
    Invocation invocation = function.invoke(event).invocation();
    if (!invocation.succeeded()) {
      throw new UserProblem(
          "The function failed, so its times would say nothing: " + invocation.payload().text(),
          "Give an event that it can handle.");
    }
    return invocation.timing();
  }
}
